package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Paper;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * Nothing is made and nothing is lost.
 *
 * <p>L11 has no property: there is no reversal. A wrong document is corrected by another one.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class ConservationProperties {

  @Provide
  Arbitrary<History> histories() {
    return Histories.any();
  }

  @Property(seed = Histories.SEED)
  void everyLawHoldsAfterEveryDocument(@ForAll("histories") History history) {
    Walk.each(history, moment -> {
      onHandIsTheSumOfThePhysicalEntriesAfterEveryDocument(moment);
      theSumOverAllLocationsChangesByWhatCameAndWentAlone(moment);
      whatIsReservedAndHeldLiesThere(moment);
      whatALineOrderedIsWhereItsEntriesSay(moment);
      whatIsReservedAtAPlaceIsWhatLinesHoldThere(moment);
      theLedgerOnlyGrows(moment);
      aLossIsTakenFromFreeThenFromHeldThenFromReserved(history, moment);
      aDocumentChangesNothingThatItDoesNotTouch(moment);
      aCountEndsAtWhatWasCounted(moment);
      noMoreComesBackThanWasShippedAndNoMoreIsShippedThanWasReserved(moment);
      noEntryMovesNothing(moment);
    });
  }

  /** L1, L10. */
  static void onHandIsTheSumOfThePhysicalEntriesAfterEveryDocument(Moment moment) {
    Folded folded = moment.folded();
    moment.now().items().forEach((sku, levels) -> {
      for (StockLevel level : levels.locations()) {
        String key = sku + "@" + level.location();
        assertThat(level.onHand().units()).as(key).isEqualTo(folded.onHand.getOrDefault(key, 0L));
      }
    });
  }

  /** L2. */
  static void theSumOverAllLocationsChangesByWhatCameAndWentAlone(Moment moment) {
    Folded folded = moment.folded();
    moment.now().items().forEach((sku, levels) -> {
      assertThat(levels.onHand().units()).isEqualTo(folded.balance.getOrDefault(sku.value(), 0L));
      assertThat(levels.inbound().units()).isEqualTo(folded.inbound.getOrDefault(sku.value(), 0L));
      if (moment.paper() instanceof Paper.Transfer) {
        assertThat(Optional.of(levels.onHand()))
            .isEqualTo(
                Optional.ofNullable(moment.before().items().get(sku)).map(ItemLevels::onHand));
      }
    });
  }

  /** L3. */
  static void whatIsReservedAndHeldLiesThere(Moment moment) {
    moment.now().items().values().stream()
        .flatMap(levels -> levels.locations().stream())
        .forEach(level -> assertThat(level.reserved().plus(level.held()))
            .as(level::toString)
            .isLessThanOrEqualTo(level.onHand()));
  }

  /** L4, L6: the numbers of a line are those that its entries give, and add up to what it ordered. */
  static void whatALineOrderedIsWhereItsEntriesSay(Moment moment) {
    Folded folded = moment.folded();
    for (LineStatus line : moment.now().lines()) {
      String found =
          "ordered=%s reserved=%s waiting=%s shipped=%s cancelled=%s refused=%s returned=%s"
              .formatted(
                  line.ordered(),
                  line.reserved(),
                  line.backordered(),
                  line.shipped(),
                  line.cancelled(),
                  line.refused(),
                  line.returned());
      assertThat(found)
          .as(line.id()::toString)
          .isEqualTo(String.valueOf(folded.lines.get(line.id().toString())));
    }
  }

  /** L5. */
  static void whatIsReservedAtAPlaceIsWhatLinesHoldThere(Moment moment) {
    moment.now().items().forEach((sku, levels) -> {
      for (StockLevel level : levels.locations()) {
        long reserved = moment.now().linesOf(sku).stream()
            .map(line -> line.reservedAt().getOrDefault(level.location(), Quantity.ZERO))
            .mapToLong(Quantity::units)
            .sum();
        assertThat(level.reserved().units()).isEqualTo(reserved);
      }
    });
  }

  /** L7: at every prefix of the ledger. */
  @Property(seed = Histories.SEED)
  void noMoreIsShippedAndReservedThanEverCame(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {});
    Folded folded = new Folded();
    for (LedgerRecord record : Walk.snapshot(bench).records()) {
      folded.add(record.entry());
      String sku = record.entry().sku().value();
      // a loss is written before the reservations that it breaks
      if (!(record.entry() instanceof LedgerEntry.Adjusted)
          && !(record.entry() instanceof LedgerEntry.HoldReduced)
          && !(record.entry() instanceof LedgerEntry.LostReservation)) {
        assertThat(folded.reservedOf(sku))
            .isLessThanOrEqualTo(folded.balance.getOrDefault(sku, 0L));
      }
    }
  }

  /** L8. */
  static void theLedgerOnlyGrows(Moment moment) {
    List<LedgerRecord> before = moment.before().records();
    assertThat(moment.now().records().subList(0, before.size())).isEqualTo(before);
  }

  /** L9. */
  @Property(seed = Histories.SEED)
  void positionsAndSequencesHaveNoGap(@ForAll("histories") History history) {
    Bench bench = Walk.each(history, moment -> {
      if (moment.isRefused()) {
        assertThat(moment.entries()).isEmpty();
      }
    });
    Map<Sku, Long> sequences = new HashMap<>();
    long position = 0;
    for (LedgerRecord record : Walk.snapshot(bench).records()) {
      assertThat(record.position()).isEqualTo(++position);
      assertThat(record.sequence()).isEqualTo(sequences.merge(record.entry().sku(), 1L, Long::sum));
    }
  }

  /** L12: free units go first, then held ones, then reserved ones. */
  static void aLossIsTakenFromFreeThenFromHeldThenFromReserved(History history, Moment moment) {
    boolean partial = moment.now().orders().values().stream()
        .allMatch(order -> order.terms().delivery() == DeliveryRule.PARTIAL);
    boolean singly =
        history.shop().items().stream().allMatch(item -> item.keeping().lot() == 1);
    if (moment.paper() instanceof Paper.Adjust paper && !moment.isRefused() && partial && singly) {
      requireFairLoss(moment, paper);
    }
  }

  private static void requireFairLoss(Moment moment, Paper.Adjust paper) {
    Sku sku = Sku.of(paper.delta().sku());
    LocationId location = LocationId.of(paper.delta().location());
    StockLevel before = Optional.ofNullable(moment.before().items().get(sku))
        .flatMap(levels -> levels.at(location))
        .orElseThrow();
    boolean isNew = !moment.events().isEmpty();
    long loss = isNew ? Math.max(0, -paper.delta().quantity()) : 0;
    long fromHeld = 0;
    long fromReserved = 0;
    for (InventoryEvent event : moment.events()) {
      fromHeld += event instanceof InventoryEvent.HoldReduced e ? e.quantity().units() : 0;
      fromReserved +=
          event instanceof InventoryEvent.LostReservation e ? e.quantity().units() : 0;
    }
    long beyondFree = Math.max(0, loss - before.free().units());
    assertThat(fromHeld).isEqualTo(Math.min(beyondFree, before.held().units()));
    assertThat(fromReserved).isEqualTo(beyondFree - fromHeld);
  }

  /** L13. */
  static void aDocumentChangesNothingThatItDoesNotTouch(Moment moment) {
    for (Sku sku : moment.now().items().keySet()) {
      boolean touched = moment.entries().stream().anyMatch(entry -> entry.sku().equals(sku));
      boolean swept = moment.paper() instanceof Paper.Expire;
      if (!touched && !swept) {
        assertThat(moment.now().items().get(sku))
            .isEqualTo(moment.before().items().get(sku));
        assertThat(moment.now().queues().get(sku))
            .isEqualTo(moment.before().queues().get(sku));
        assertThat(moment.now().linesOf(sku)).isEqualTo(moment.before().linesOf(sku));
      }
      if (touched) {
        assertThat(named(moment)).as(sku + " in " + moment.paper()).contains(sku.value());
      }
    }
  }

  /**
   * The items that a document names, itself or by its order or its hold; and those of orders that are
   * delivered complete, where it fills them or takes a unit of theirs away.
   */
  private static String named(Moment moment) {
    StringBuilder named = new StringBuilder(moment.paper().toString());
    moment.now().lines().stream()
        .filter(line -> moment
            .paper()
            .toString()
            .matches("(?s).*order=" + Pattern.quote(line.id().order().value()) + "[,\\]].*"))
        .forEach(line -> named.append(' ').append(line.sku()));
    moment.entries().stream()
        .filter(LedgerEntry.LineEntry.class::isInstance)
        .map(entry -> ((LedgerEntry.LineEntry) entry).claim().line().order())
        .distinct()
        .flatMap(order -> Optional.ofNullable(moment.now().orders().get(order)).stream())
        .filter(order -> order.terms().delivery() == DeliveryRule.COMPLETE_ORDER)
        .flatMap(order -> order.lines().stream())
        .forEach(line -> named.append(' ').append(line.sku()));
    moment.now().records().stream()
        .map(LedgerRecord::entry)
        .filter(LedgerEntry.SupplyAnnounced.class::isInstance)
        .map(entry -> ((LedgerEntry.SupplyAnnounced) entry).supply())
        .filter(supply -> nameOfSupply(moment.paper()).equals(supply.id().value()))
        .forEach(supply -> named.append(' ').append(supply.sku()));
    boolean ofHold =
        moment.paper() instanceof Paper.Release || moment.paper() instanceof Paper.Expire;
    if (ofHold) {
      moment.now().items().keySet().forEach(sku -> named.append(' ').append(sku));
    }
    return named.toString();
  }

  private static String nameOfSupply(Paper paper) {
    if (paper instanceof Paper.Reschedule p) {
      return p.supply();
    }
    return paper instanceof Paper.CloseSupply p ? p.supply() : "";
  }

  /** L14. */
  static void aCountEndsAtWhatWasCounted(Moment moment) {
    boolean counted = moment.paper() instanceof Paper.Count && !moment.entries().isEmpty();
    if (counted && moment.paper() instanceof Paper.Count paper) {
      Paper.Units last = paper.lines().get(paper.lines().size() - 1);
      Optional<StockLevel> level = Optional.ofNullable(moment.now().items().get(Sku.of(last.sku())))
          .flatMap(levels -> levels.at(LocationId.of(last.location())));
      assertThat(level.map(each -> each.onHand().units())).contains(last.quantity());
    }
  }

  /** L15. */
  static void noMoreComesBackThanWasShippedAndNoMoreIsShippedThanWasReserved(Moment moment) {
    for (LineStatus line : moment.now().lines()) {
      assertThat(line.returned()).isLessThanOrEqualTo(line.shipped());
      long sent = moment.entries().stream()
          .filter(LedgerEntry.Shipped.class::isInstance)
          .map(LedgerEntry.Shipped.class::cast)
          .filter(entry -> entry.claim().line().equals(line.id()))
          .mapToLong(entry -> entry.quantity().units())
          .sum();
      long reserved =
          moment.before().line(line).map(each -> each.reserved().units()).orElse(0L);
      assertThat(sent).isLessThanOrEqualTo(reserved);
    }
  }

  /** L16: the kind of an entry fixes its sign, and none moves nothing. */
  static void noEntryMovesNothing(Moment moment) {
    moment.entries().forEach(entry -> {
      if (entry instanceof LedgerEntry.Adjusted e) {
        assertThat(e.delta()).isNotZero();
      } else if (entry instanceof LedgerEntry.Changed e) {
        assertThat(e.from()).isNotEqualTo(e.to());
      } else if (entry instanceof LedgerEntry.Ordered e) {
        assertThat(e.line().quantity().isZero()).isFalse();
      } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
        assertThat(e.from()).isNotEqualTo(e.to());
      } else if (!(entry instanceof LedgerEntry.SupplyClosed)) {
        assertThat(entry.toString()).doesNotContain("quantity=0");
      }
    });
  }
}
