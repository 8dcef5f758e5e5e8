package io.backorder;

import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.storefront.News;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shipment took along of an order, and for when that was promised, as the records of the order tell. */
final class Parcel {

  private final OrderId order;
  private final DocumentId shipment;
  private final NoticeWriter writer;
  private final List<LocalDate> first = new ArrayList<>();
  private final List<LocalDate> last = new ArrayList<>();
  private @Nullable OrderStory story;
  private boolean shipped;

  Parcel(OrderId order, DocumentId shipment, NoticeWriter writer) {
    this.order = order;
    this.shipment = shipment;
    this.writer = writer;
  }

  void read(DocumentEntries document) {
    List<LineEntry> entries = document.byOrder().getOrDefault(order, List.of());
    OrderStory its = story == null ? new OrderStory(document.at()) : story;
    story = its;
    writer.write(new NoticeWriter.Chapter(order, its, document.at()), entries);
    if (document.id().equals(shipment)) {
      shipped = true;
      entries.forEach(entry -> note(its.line(entry.claim().line().line())));
    }
  }

  private void note(LineStory line) {
    line.firstTold().ifPresent(first::add);
    line.lastTold().flatMap(Promise::by).ifPresent(last::add);
  }

  News delivered(LocalDate day) {
    requireShipped();
    return new News.Delivered(
        order,
        day,
        first.stream().max(LocalDate::compareTo),
        last.stream().max(LocalDate::compareTo));
  }

  private void requireShipped() {
    if (story == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_ORDER,
          "order must have been placed before: " + order,
          Facts.of("order", order));
    } else if (!shipped) {
      throw new UnknownReferenceException(
          ErrorCode.NOT_SHIPPED,
          "shipment must be one of order %s: %s".formatted(order, shipment.number()),
          Facts.of("order", order).and("document", shipment));
    }
  }
}
