/**
 * Re-promising: what is promised already is shared out anew, as a plan, before anything is touched.
 *
 * <p>{@link io.backorder.reallocation.Reallocation#run} is a pure function. It takes a {@link
 * io.backorder.reallocation.ReallocationSnapshot} of one or several items and {@link
 * io.backorder.reallocation.ReallocationRules}, which give each line a {@link
 * io.backorder.reallocation.ConfirmationStrategy}, and answers a {@link
 * io.backorder.reallocation.ReallocationPlan}: what each line has under the plan and where, what
 * floors could not be met, who gained from whom, and why each short line is short. The plan may be
 * thrown away, compared, or committed to the inventory, which then does exactly what it says.
 *
 * <p><b>Words of the field.</b> The strategies carry the names of SAP's backorder processing (Win, Gain,
 * Improve, Redistribute, Fill, Lose, Skip), and mean a floor and a ceiling around the old confirmation.
 * Oracle's Backlog Management says the same with two flags: <i>enforce current commit</i> is a floor at
 * what is confirmed, <i>pull-in enabled</i> a ceiling at what is asked for; yes and yes is gain or
 * improve, yes and no is skip, no and yes redistribute, no and no fill. This is a correspondence, not an
 * equivalence: the order in which strategies are served, and every tie, are this library's own.
 *
 * <p>This package depends on {@code allocation}, {@code demand}, {@code ledger}, {@code stock} and {@code
 * refusal}. It holds no state.
 */
@NullMarked
package io.backorder.reallocation;

import org.jspecify.annotations.NullMarked;
