/** Tests of who leans on what. */
@NullMarked
package io.backorder.pegging;

import org.jspecify.annotations.NullMarked;
