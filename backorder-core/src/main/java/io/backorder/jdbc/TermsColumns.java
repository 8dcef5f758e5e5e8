package io.backorder.jdbc;

import static java.util.Objects.requireNonNullElse;

import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.stock.ChannelId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms of an order as columns. No channel is the empty text, no customer is null. */
final class TermsColumns {

  static final String[] NAMES = {"channel", "customer", "priority", "delivery", "shortage"};

  private TermsColumns() {}

  static String channel(OrderTerms terms) {
    return channel(terms.channel());
  }

  static String channel(Optional<ChannelId> channel) {
    return channel.map(ChannelId::value).orElse("");
  }

  static @Nullable String customer(OrderTerms terms) {
    return terms.customer().map(CustomerId::value).orElse(null);
  }

  static OrderTerms read(ResultSet row) throws SQLException {
    String channel = requireNonNullElse(row.getString("channel"), "");
    String customer = row.getString("customer");
    OrderTerms terms = OrderTerms.standard()
        .withPriority(Priority.valueOf(row.getString("priority")))
        .withDelivery(DeliveryRule.valueOf(row.getString("delivery")))
        .onShortage(ShortageRule.valueOf(row.getString("shortage")));
    terms = channel.isEmpty() ? terms : terms.through(ChannelId.of(channel));
    return customer == null ? terms : terms.by(CustomerId.of(customer));
  }
}
