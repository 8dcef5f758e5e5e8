@NullMarked
package io.backorder.proof;

import org.jspecify.annotations.NullMarked;
