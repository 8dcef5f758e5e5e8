package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.model.Paper;
import io.backorder.model.Shop;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every history of a small world, without a gap: two orders of one line, one item at one location,
 * eight kinds of documents. Histories have four documents in the build, and three under policies other
 * than first come first served; all hundred thousand of five run by {@code mvn -pl backorder-core test -Dtest=SmallWorldsTest -Dbackorder.depth=5}.
 */
final class SmallWorldsTest {

  private static final int DEPTH = Integer.getInteger("backorder.depth", 4);

  /** Ten papers; the number makes each step's paper another document. */
  private static final List<IntFunction<Paper>> PAPERS = List.of(
      step -> Shops.order("O1", 2),
      step -> Shops.order("O2", 3),
      step -> Shops.receipt("R" + step, 1),
      step -> Shops.receipt("R" + step, 3),
      step -> new Paper.ShipAll("S" + step, "O1"),
      step -> new Paper.CancelUnits("X" + step, "O1", "1", 1),
      step -> new Paper.Change("E" + step, "O1", "1", 4),
      step -> new Paper.Count("C" + step, List.of(new Paper.Units("A", "MAIN", 1))),
      step -> new Paper.Hold("H" + step, 60, List.of(new Paper.Ask("1", "A", 1, 0))),
      step -> new Paper.Return(
          "V" + step, "O1", "1", new Paper.Units("A", "MAIN", 1), Paper.Fate.RESTOCKED));

  @ParameterizedTest
  @EnumSource(Shop.Policy.class)
  void everyShortHistory_comparedWithTheModel_isTheSame(Shop.Policy policy) {
    Shop shop = Shops.of(policy);
    int depth = policy == Shop.Policy.FIFO ? DEPTH : DEPTH - 1;
    int histories = 0;
    for (int length = 1; length <= depth; length++) {
      histories += all(shop, length);
    }
    int expected = 0;
    for (int length = 1, power = 1; length <= depth; length++) {
      power *= PAPERS.size();
      expected += power;
    }
    assertThat(histories).isEqualTo(expected);
  }

  /** The figures are compared after the last document: shorter histories have had theirs. */
  private static int all(Shop shop, int length) {
    int histories = (int) Math.pow(PAPERS.size(), length);
    for (int history = 0; history < histories; history++) {
      Bench bench = new Bench(shop, Stores.next());
      int rest = history;
      for (int step = 0; step < length; step++) {
        bench.post(PAPERS.get(rest % PAPERS.size()).apply(step));
        rest /= PAPERS.size();
      }
      bench.compareFigures();
    }
    return histories;
  }
}
