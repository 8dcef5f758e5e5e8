/** Pick lists, planned and picked. */
@NullMarked
package io.backorder.picking;

import org.jspecify.annotations.NullMarked;
