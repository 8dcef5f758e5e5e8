/** Runs the scenario files: behaviour, executable. */
@NullMarked
package io.backorder.scenario;

import org.jspecify.annotations.NullMarked;
