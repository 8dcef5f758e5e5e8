/** Both sides of every edge of documents, outcomes and limits. */
@NullMarked
package io.backorder.posting;

import org.jspecify.annotations.NullMarked;
