package io.backorder.posting;

import io.backorder.promise.AtpProfile;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what of an item can be promised to a newcomer, beside what lies on the shelf. */
record ProfileSurvey(StockStore store, Rules rules, Instant now, Optional<ChannelId> channel) {

  AtpProfile coming(Sku sku) {
    Map<Sku, Quantity> parts = BillOfMaterials.of(sku, rules).unitsPerKit();
    return parts.isEmpty() ? outlook(sku).coming(channel) : kits(sku, parts);
  }

  private ItemOutlook outlook(Sku sku) {
    return new ItemOutlook(store.item(sku), rules, now);
  }

  /** A part of a kit: how many of it one kit needs, and when they come. */
  private record Part(AtpProfile coming, Quantity perKit) {

    long kits(LocalDate day) {
      return coming.availableAt(day).units() / perKit.units();
    }
  }

  /** As many kits come by a day as there are parts of every kind for. */
  private AtpProfile kits(Sku kit, Map<Sku, Quantity> parts) {
    List<Part> all = new ArrayList<>(parts.size());
    TreeSet<LocalDate> days = new TreeSet<>();
    parts.forEach((part, perKit) -> {
      ItemOutlook outlook = outlook(part);
      all.add(new Part(outlook.coming(channel), perKit));
      days.add(outlook.first());
      days.addAll(outlook.days());
    });
    LocalDate first = rules.promising().firstDay(rules.termsOf(kit), now);
    AtpProfile profile = AtpProfile.of(first, Quantity.ZERO);
    long before = 0;
    for (LocalDate day : days) {
      long kits = all.stream().mapToLong(part -> part.kits(day)).min().orElse(0);
      profile = profile.withSupply(day, Quantity.of(kits - before));
      before = kits;
    }
    return profile;
  }
}
