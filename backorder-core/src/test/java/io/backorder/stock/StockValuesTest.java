package io.backorder.stock;

import static io.backorder.refusal.ErrorCode.INVALID_QUANTITY;
import static io.backorder.refusal.ErrorCode.QUANTITY_OVERFLOW;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.stock.ItemLevels.Availability;
import io.backorder.stock.ItemLevels.Outstanding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StockValuesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final ChannelId SHOP = ChannelId.of("shop");
  private static final Quantity MOST = Quantity.of(Long.MAX_VALUE);

  private static StockLevel level(String location, long onHand, long reserved, long held) {
    return new StockLevel(
        LocationId.of(location), Quantity.of(onHand), Quantity.of(reserved), Quantity.of(held));
  }

  @Test
  void and_twoAllowances_permitsWhatBothDo() {
    List<BackorderAllowance> all = List.of(
        BackorderAllowance.unlimited(),
        BackorderAllowance.refused(),
        BackorderAllowance.inbound(),
        BackorderAllowance.upTo(Quantity.of(3)),
        BackorderAllowance.upTo(Quantity.of(7)),
        BackorderAllowance.inbound().and(BackorderAllowance.upTo(Quantity.of(5))));
    for (BackorderAllowance one : all) {
      assertThat(one.and(one)).isSameAs(one);
      assertThat(one.and(BackorderAllowance.unlimited())).isSameAs(one);
      assertThat(one.and(BackorderAllowance.refused())).isSameAs(BackorderAllowance.refused());
      for (BackorderAllowance other : all) {
        for (long units = 0; units < 9; units++) {
          Quantity inbound = Quantity.of(4);
          Quantity waiting = Quantity.of(units);
          assertThat(one.and(other).given(inbound).permits(waiting))
              .as("%s and %s: %d", one, other, units)
              .isEqualTo(
                  one.given(inbound).permits(waiting) && other.given(inbound).permits(waiting));
          assertThat(one.and(other).permits(waiting))
              .isEqualTo(one.permits(waiting) && other.permits(waiting));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9})
  void scale_zeroToNineDecimals_isKept(int decimals) {
    assertThat(Scale.of(decimals).decimals()).isEqualTo(decimals);
    assertThat(Scale.of(decimals).toDecimal(Quantity.of(1)))
        .isEqualTo(BigDecimal.valueOf(1, decimals));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void scale_otherDecimals_isRefused(int decimals) {
    assertRefused(
        () -> Scale.of(decimals), INVALID_QUANTITY, "decimals must be 0 to 9: " + decimals);
  }

  @Test
  void toQuantity_finerThanTheScale_namesTheDecimals() {
    assertThat(Scale.of(2).toUnits(new BigDecimal("-0.25"))).isEqualTo(-25);
    assertRefused(
        () -> Scale.of(1).toQuantity(new BigDecimal("0.25")),
        INVALID_QUANTITY,
        "quantity must have at most 1 decimals: 0.25");
    assertRefused(
        () -> Scale.of(1).toQuantity(new BigDecimal("-0.5")),
        INVALID_QUANTITY,
        "units must not be negative: -5");
  }

  @Test
  void toQuantity_atTheEndOfNumbers_isExactOrRefused() {
    assertThat(Scale.of(2).toQuantity(new BigDecimal("92233720368547758.07"))).isEqualTo(MOST);
    assertThat(Scale.of(2).toUnits(new BigDecimal("-92233720368547758.08")))
        .isEqualTo(Long.MIN_VALUE);
    assertRefused(
        () -> Scale.of(2).toQuantity(new BigDecimal("92233720368547758.08")),
        QUANTITY_OVERFLOW,
        "quantity must be at most 92233720368547758.07: 92233720368547758.08");
    assertRefused(
        () -> Scale.of(2).toQuantity(new BigDecimal("9".repeat(80))),
        QUANTITY_OVERFLOW,
        "quantity must be at most 92233720368547758.07: " + "9".repeat(64) + "...");
  }

  @Test
  void allowance_upTo_permitsTheLimitAndNotOneMore() {
    BackorderAllowance three = BackorderAllowance.upTo(Quantity.of(3));

    assertThat(three.permits(Quantity.of(3))).isTrue();
    assertThat(three.permits(Quantity.of(4))).isFalse();
    assertThat(three.limit()).isEqualTo(Quantity.of(3));
    assertThat(three).isEqualTo(BackorderAllowance.upTo(Quantity.of(3)));
    assertThat(BackorderAllowance.upTo(Quantity.ZERO)).isNotEqualTo(BackorderAllowance.refused());
  }

  @Test
  void allowance_unlimitedAndRefused_permitEverythingAndNothing() {
    assertThat(BackorderAllowance.unlimited().permits(MOST)).isTrue();
    assertThat(BackorderAllowance.unlimited().limit()).isEqualTo(MOST);
    assertThat(BackorderAllowance.refused().permits(Quantity.ZERO)).isTrue();
    assertThat(BackorderAllowance.refused().permits(Quantity.of(1))).isFalse();
    assertThat(BackorderAllowance.refused().limit()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void allowance_inbound_permitsWhatSuppliesWillStillBring() {
    BackorderAllowance inbound = BackorderAllowance.inbound();

    assertThat(inbound.given(Quantity.of(3))).isEqualTo(BackorderAllowance.upTo(Quantity.of(3)));
    assertThat(inbound.permits(Quantity.of(1))).isFalse(); // nobody has told what is inbound
    assertThat(inbound.limit()).isEqualTo(Quantity.ZERO);
    for (BackorderAllowance other : List.of(
        BackorderAllowance.unlimited(),
        BackorderAllowance.refused(),
        BackorderAllowance.upTo(Quantity.of(2)))) {
      assertThat(other.given(MOST)).isSameAs(other);
    }
  }

  @Test
  void itemTerms_withParts_changeThatPartAlone() {
    ItemTerms terms = ItemTerms.standard()
        .withBackorders(BackorderAllowance.refused())
        .withBuffer(Quantity.of(2))
        .withScale(Scale.of(3))
        .withLot(Quantity.of(1))
        .withLot(Quantity.of(6));

    assertThat(terms.backorders()).isEqualTo(BackorderAllowance.refused());
    assertThat(terms.buffer()).isEqualTo(Quantity.of(2));
    assertThat(terms.scale()).isEqualTo(Scale.of(3));
    assertThat(terms.lot()).isEqualTo(Quantity.of(6));
    assertThat(terms.isTracked()).isTrue();
    assertThat(terms.untracked().isTracked()).isFalse();
    assertThat(terms.untracked().lot()).isEqualTo(Quantity.of(6));
    assertThat(ItemTerms.standard().buffer()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void itemTerms_lotOfZero_isRefused() {
    assertRefused(
        () -> ItemTerms.standard().withLot(Quantity.ZERO),
        INVALID_QUANTITY,
        "lot must be at least 1: 0");
  }

  @Test
  void location_withoutChannels_servesEveryOrder() {
    assertThat(Location.of("MAIN").serves(Optional.empty())).isTrue();
    assertThat(Location.of("MAIN").serves(Optional.of(WEB))).isTrue();
    assertThat(Location.of("MAIN").serving().serves(Optional.of(WEB))).isTrue();
  }

  @Test
  void location_withChannels_servesThoseAndOrdersWithoutOne() {
    Location web = Location.of("MAIN").serving(WEB);

    assertThat(web.serves(Optional.of(WEB))).isTrue();
    assertThat(web.serves(Optional.of(SHOP))).isFalse();
    assertThat(web.serves(Optional.empty())).isTrue();
    assertThat(web.inactive().serves(Optional.of(WEB))).isFalse();
    assertThat(web.inactive().isActive()).isFalse();
  }

  @Test
  void location_channels_keepTheirOrderAndCannotBeChanged() {
    Location both = Location.of("MAIN").serving(WEB, SHOP, WEB);

    assertThat(both.channels()).containsExactly(WEB, SHOP);
    assertThat(both).hasToString("MAIN for [web, shop]");
    assertThat(both).isEqualTo(Location.of("MAIN").serving(SHOP, WEB));
    assertThat(both.inactive()).hasToString("MAIN (inactive) for [web, shop]").isNotEqualTo(both);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> both.channels().add(WEB));
  }

  @Test
  void stockLevel_free_isWhatBelongsToNobody() {
    assertThat(level("MAIN", 9, 4, 2).free()).isEqualTo(Quantity.of(3));
    assertThat(level("MAIN", 9, 4, 5).free()).isEqualTo(Quantity.ZERO);
    assertRefused(
        () -> level("MAIN", 9, 4, 6).free(), INVALID_QUANTITY, "subtrahend must be at most 5: 6");
  }

  @Test
  void stockUnits_of_readAsOneLine() {
    assertThat(StockUnits.of(LAMP, MAIN, Quantity.of(3))).hasToString("3 LAMP@MAIN");
  }

  private static ItemLevels levels(long backordered, StockLevel... locations) {
    return new ItemLevels(
        LAMP,
        List.of(locations),
        new Outstanding(Quantity.of(backordered), Quantity.ZERO),
        new Availability(Quantity.of(1), Optional.of(Quantity.of(7))));
  }

  @Test
  void itemLevels_severalLocations_areAddedUp() {
    ItemLevels levels = levels(8, level("MAIN", 9, 4, 2), level("EAST", 1, 1, 0));

    assertThat(levels.onHand()).isEqualTo(Quantity.of(10));
    assertThat(levels.reserved()).isEqualTo(Quantity.of(5));
    assertThat(levels.held()).isEqualTo(Quantity.of(2));
    assertThat(levels.position()).isEqualTo(10 - 5 - 8);
    Outstanding outstanding = new Outstanding(Quantity.of(8), Quantity.of(6));
    ItemLevels inbound =
        new ItemLevels(LAMP, levels.locations(), outstanding, levels.availability());
    assertThat(inbound.inbound()).isEqualTo(Quantity.of(6));
    assertThat(inbound.position()).isEqualTo(10 - 5 + 6 - 8);
    assertThat(levels.availableNow()).isEqualTo(Quantity.of(1));
    assertThat(levels.availableToOrder()).contains(Quantity.of(7));
    assertThat(levels.at(LocationId.of("EAST"))).contains(level("EAST", 1, 1, 0));
    assertThat(levels.at(LocationId.of("WEST"))).isEmpty();
  }

  @Test
  void itemLevels_atTheEndOfNumbers_areExactOrRefused() {
    assertThat(levels(Long.MAX_VALUE, level("MAIN", 0, 0, 0)).position())
        .isEqualTo(-Long.MAX_VALUE);
    assertThat(levels(0, level("MAIN", Long.MAX_VALUE, 0, 0)).position()).isEqualTo(Long.MAX_VALUE);
    assertRefused(
        () -> levels(0, level("MAIN", Long.MAX_VALUE, 0, 0), level("EAST", 1, 0, 0))
            .onHand(),
        QUANTITY_OVERFLOW,
        "sum must be at most 9223372036854775807: 9223372036854775807 + 1");
  }

  @Test
  void itemLevels_listGivenIn_isCopied() {
    List<StockLevel> given = new ArrayList<>(List.of(level("MAIN", 1, 0, 0)));
    ItemLevels levels = new ItemLevels(
        LAMP,
        given,
        new Outstanding(Quantity.ZERO, Quantity.ZERO),
        new Availability(Quantity.of(1), Optional.empty()));

    given.clear();

    assertThat(levels.locations()).hasSize(1);
    assertThat(levels.availableToOrder()).isEmpty();
  }
}
