/**
 * The laws of the library, as properties over generated histories.
 *
 * <p>Each law is a method that takes values and names the id under which the reliability notes list
 * it. {@link io.backorder.laws.Bench} posts the same papers to an inventory and to the model of
 * {@code io.backorder.model} and compares after each. More tries than the thousand of the build: {@code
 * mvn -pl backorder-core test -Dtest='*Properties' -Djqwik.tries.default=10000}.
 */
@NullMarked
package io.backorder.laws;

import org.jspecify.annotations.NullMarked;
