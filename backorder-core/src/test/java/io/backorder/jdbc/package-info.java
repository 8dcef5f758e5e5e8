/** Tests of the store on a database. */
@NullMarked
package io.backorder.jdbc;

import org.jspecify.annotations.NullMarked;
