package io.backorder.jdbc;

import static java.util.Objects.requireNonNullElse;

import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms of an order as columns. No channel is the empty text, no customer is null. */
final class TermsColumns {

  /** The number of columns. */
  static final int COUNT = 7;

  private static final String[] TEXTS = {"channel", "customer", "priority", "delivery", "shortage"};

  private TermsColumns() {}

  static Bulk declare(Bulk bulk) {
    return bulk.texts(TEXTS).column("splits_from", ColumnType.TIME).longs("at_least");
  }

  /** Puts the values behind each other, as {@link #declare} names them; no terms are nulls. */
  static void put(@Nullable OrderTerms terms, @Nullable Object[] row, int first) {
    if (terms == null) {
      return;
    }
    row[first] = channel(terms);
    row[first + 1] = customer(terms);
    row[first + 2] = terms.priority().name();
    row[first + 3] = terms.delivery().name();
    row[first + 4] = terms.shortage().name();
    row[first + 5] = terms.splitsFrom().orElse(null);
    row[first + 6] = terms.atLeast().units();
  }

  static String channel(OrderTerms terms) {
    return channel(terms.channel());
  }

  static String channel(Optional<ChannelId> channel) {
    return channel.map(ChannelId::value).orElse("");
  }

  private static @Nullable String customer(OrderTerms terms) {
    return terms.customer().map(CustomerId::value).orElse(null);
  }

  static OrderTerms read(ResultSet row, Dialect dialect) throws SQLException {
    OrderTerms terms = OrderTerms.standard()
        .withPriority(Priority.valueOf(row.getString("priority")))
        .withDelivery(DeliveryRule.valueOf(row.getString("delivery")))
        .onShortage(ShortageRule.valueOf(row.getString("shortage")))
        .shippingAtLeast(Quantity.of(row.getLong("at_least")));
    Instant splits = ColumnType.readTime(row, "splits_from", dialect);
    return sold(row, splits == null ? terms : terms.splittingFrom(splits));
  }

  private static OrderTerms sold(ResultSet row, OrderTerms terms) throws SQLException {
    String channel = requireNonNullElse(row.getString("channel"), "");
    String customer = row.getString("customer");
    OrderTerms sold = channel.isEmpty() ? terms : terms.through(ChannelId.of(channel));
    return customer == null ? sold : sold.by(CustomerId.of(customer));
  }
}
