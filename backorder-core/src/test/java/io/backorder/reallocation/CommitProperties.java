package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of committed plans, in memory and on H2. */
final class CommitProperties {

  private static final Database DATABASE = Database.h2("reallocation");
  private static final Supplier<Inventory.Builder> H2 = () -> Inventory.on(DATABASE.emptied());

  /** A law about plans that move nothing would say little. */
  @Example
  void mornings_mostOfThem_haveUnitsToMove() {
    long moving = LongStream.range(0, 200).filter(CommitLaws::movesUnits).count();
    assertThat(moving).isGreaterThan(100);
  }

  @Property
  void commitDoesWhatSimulationSays(@ForAll long seed) {
    CommitLaws.commitDoesWhatSimulationSays(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void commitDoesWhatSimulationSays_onH2(@ForAll long seed) {
    CommitLaws.commitDoesWhatSimulationSays(seed, H2);
  }

  @Property
  void stalePlanIsRefused(@ForAll long seed) {
    CommitLaws.stalePlanIsRefused(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void stalePlanIsRefused_onH2(@ForAll long seed) {
    CommitLaws.stalePlanIsRefused(seed, H2);
  }

  @Property
  void losersKeepTheirPlace(@ForAll long seed) {
    CommitLaws.losersKeepTheirPlace(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void losersKeepTheirPlace_onH2(@ForAll long seed) {
    CommitLaws.losersKeepTheirPlace(seed, H2);
  }

  @Property
  void replaysAndExports(@ForAll long seed) {
    CommitLaws.replaysAndExports(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void replaysAndExports_onH2(@ForAll long seed) {
    CommitLaws.replaysAndExports(seed, H2);
  }

  @Property(tries = 60)
  void storesAgree(@ForAll long seed) {
    CommitLaws.storesAgree(seed, H2);
  }
}
