package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.trino.tpcds.Session;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TpcdsYearTest {

  @Test
  void read_oneYear_hasThreeChannels() {
    RetailYear year = new TpcdsYear(2001, 0.01).read();

    assertThat(year.opens()).isEqualTo(LocalDate.of(2001, 1, 1));
    assertThat(year.closes()).isEqualTo(LocalDate.of(2001, 12, 31));
    assertThat(year.locations())
        .extracting(location -> location.id().value())
        .containsExactly("STORE-1", "STORE-2", "WAREHOUSE-1");
    List<Sale> sales = of(year, Sale.class);
    for (TpcdsChannel channel : TpcdsChannel.values()) {
      assertThat(sales).anyMatch(sale -> sale.account().startsWith(channel.name() + "-"));
    }
    assertThat(of(year, GivenBack.class)).hasSizeGreaterThan(1_000);
  }

  @Test
  void of_sameChannelTwice_isTheSame() {
    Session session = Session.getDefaultSession().withScale(0.01);

    TpcdsOrders once = TpcdsOrders.of(TpcdsChannel.WEB, session);
    TpcdsOrders again = TpcdsOrders.of(TpcdsChannel.WEB, session);

    assertThat(again.events()).isEqualTo(once.events());
    assertThat(again.remark()).isEqualTo(once.remark());
  }

  private static <T extends RetailEvent> List<T> of(RetailYear year, Class<T> type) {
    return year.days().stream()
        .flatMap(List::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void of_yearOutsideTheBenchmark_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TpcdsYear(2003, 0.01))
        .withMessage("year must be 1998 to 2002: 2003");
  }

  @Test
  void of_noScale_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TpcdsYear(2001, 0))
        .withMessage("scale must be above 0 and at most 100: 0.0");
  }
}
