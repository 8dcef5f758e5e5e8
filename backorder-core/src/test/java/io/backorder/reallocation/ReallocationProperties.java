package io.backorder.reallocation;

import io.backorder.reallocation.Worlds.World;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of runs, on small worlds. */
final class ReallocationProperties {

  @Provide
  Arbitrary<World> plain() {
    return Worlds.of(Worlds.Kind.PLAIN);
  }

  @Provide
  Arbitrary<World> oneItem() {
    return Worlds.of(Worlds.Kind.ONE_ITEM);
  }

  @Provide
  Arbitrary<World> overconfirmed() {
    return Worlds.of(Worlds.Kind.OVERCONFIRMED);
  }

  @Provide
  Arbitrary<World> lotChanged() {
    return Worlds.of(Worlds.Kind.LOT_CHANGED);
  }

  @Provide
  Arbitrary<World> twoItems() {
    return Worlds.of(Worlds.Kind.TWO_ITEMS);
  }

  @Provide
  Arbitrary<World> guarded() {
    return Worlds.of(Worlds.Kind.GUARDED);
  }

  @Property
  void bruteForce_plain(@ForAll("plain") World world) {
    ReallocationLaws.bruteForce(world);
  }

  @Property(tries = 2000)
  void bruteForce_oneItem(@ForAll("oneItem") World world) {
    ReallocationLaws.bruteForce(world);
  }

  @Property(tries = 2000)
  void bruteForce_overconfirmed(@ForAll("overconfirmed") World world) {
    ReallocationLaws.bruteForce(world);
  }

  @Property(tries = 2000)
  void inPlace_overconfirmed(@ForAll("overconfirmed") World world) {
    ReallocationLaws.inPlace(world);
  }

  @Property(tries = 2000)
  void conservation_overconfirmed(@ForAll("overconfirmed") World world) {
    ReallocationLaws.conservation(world);
  }

  @Property(tries = 2000)
  void conservation(@ForAll("twoItems") World world) {
    ReallocationLaws.conservation(world);
  }

  @Property(tries = 2000)
  void permitted(@ForAll("twoItems") World world) {
    ReallocationLaws.permitted(world);
  }

  @Property(tries = 2000)
  void complete_lotChanged(@ForAll("lotChanged") World world) {
    ReallocationLaws.complete(world);
  }

  @Property(tries = 2000)
  void bruteForce_lotChanged(@ForAll("lotChanged") World world) {
    ReallocationLaws.bruteForce(world);
  }

  @Property(tries = 2000)
  void permitted_lotChanged(@ForAll("lotChanged") World world) {
    ReallocationLaws.permitted(world);
  }

  @Property(tries = 2000)
  void conservation_lotChanged(@ForAll("lotChanged") World world) {
    ReallocationLaws.conservation(world);
  }

  @Property(tries = 2000)
  void complete(@ForAll("twoItems") World world) {
    ReallocationLaws.complete(world);
  }

  @Property(tries = 2000)
  void guards(@ForAll("guarded") World world) {
    ReallocationLaws.guards(world);
  }

  @Property(tries = 2000)
  void complete_guarded(@ForAll("guarded") World world) {
    ReallocationLaws.complete(world);
  }

  @Property(tries = 2000)
  void permitted_guarded(@ForAll("guarded") World world) {
    ReallocationLaws.permitted(world);
  }

  @Property(tries = 2000)
  void bounds(@ForAll("twoItems") World world) {
    ReallocationLaws.bounds(world);
  }

  @Property(tries = 2000)
  void moves(@ForAll("twoItems") World world) {
    ReallocationLaws.moves(world);
  }

  @Property
  void reasons(@ForAll("twoItems") World world) {
    ReallocationLaws.reasons(world);
  }

  @Property
  void inputOrder(@ForAll("twoItems") World world, @ForAll long seed) {
    ReallocationLaws.inputOrder(world, new Random(seed));
  }

  @Property(tries = 2000)
  void twice(@ForAll("twoItems") World world) {
    ReallocationLaws.twice(world);
  }

  @Property(tries = 2000)
  void budget(
      @ForAll("twoItems") World world,
      @ForAll @IntRange(max = 3) int lines,
      @ForAll @IntRange(max = 3) int days) {
    ReallocationLaws.budget(world, StabilityBudget.worsening(lines).sparing(days));
  }

  @Property
  void nothingMovesWithoutNeed(@ForAll("oneItem") World world) {
    ReallocationLaws.nothingMovesWithoutNeed(world);
  }

  @Property
  void oneUnitMoreHurtsNobody(@ForAll("plain") World world) {
    ReallocationLaws.oneUnitMoreHurtsNobody(world);
  }
}
