package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.jdbc.Database;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of committed plans, in memory and on H2. */
final class CommitProperties {

  private static final Database DATABASE = Database.h2("reallocation");

  private static Inventory.Builder h2() {
    return Inventory.on(DATABASE.emptied());
  }

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
    CommitLaws.commitDoesWhatSimulationSays(seed, CommitProperties::h2);
  }

  @Property
  void oneItemLeavesTheOthersAlone(@ForAll long seed) {
    CommitLaws.oneItemLeavesTheOthersAlone(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void oneItemLeavesTheOthersAlone_onH2(@ForAll long seed) {
    CommitLaws.oneItemLeavesTheOthersAlone(seed, CommitProperties::h2);
  }

  @Property
  void stalePlanIsRefused(@ForAll long seed) {
    CommitLaws.stalePlanIsRefused(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void stalePlanIsRefused_onH2(@ForAll long seed) {
    CommitLaws.stalePlanIsRefused(seed, CommitProperties::h2);
  }

  @Property
  void losersKeepTheirPlace(@ForAll long seed) {
    CommitLaws.losersKeepTheirPlace(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void losersKeepTheirPlace_onH2(@ForAll long seed) {
    CommitLaws.losersKeepTheirPlace(seed, CommitProperties::h2);
  }

  @Property
  void replaysAndExports(@ForAll long seed) {
    CommitLaws.replaysAndExports(seed, Inventory::inMemory);
  }

  @Property(tries = 40)
  void replaysAndExports_onH2(@ForAll long seed) {
    CommitLaws.replaysAndExports(seed, CommitProperties::h2);
  }

  @Property(tries = 60)
  void storesAgree(@ForAll long seed) {
    CommitLaws.storesAgree(seed, CommitProperties::h2);
  }
}
