package io.backorder.rationing;

import io.backorder.allocation.Guard.Limit;
import io.backorder.allocation.Guard.Situation;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The quotas of a bucket as numbered pools, the path of each group through them, and what is left.
 *
 * <p>What a store keeps is the units granted to each group. From these follows what is left of each
 * quota: every group has used its own first, and what is beyond has used the others on its path, groups
 * in the order in which the bucket names them. Of an excess that finds no place nothing is left.
 */
final class QuotaTree {

  private final QuotaBucket bucket;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> paths = new HashMap<>();

  QuotaTree(QuotaBucket bucket) {
    this.bucket = bucket;
    for (Quota quota : bucket.quotas()) {
      numbers.put(quota.group(), numbers.size());
    }
    bucket.quotas().forEach(quota -> paths.put(quota.group(), path(quota)));
  }

  private List<Integer> path(Quota quota) {
    List<Quota> upward = new ArrayList<>(List.of(quota));
    if (bucket.spill() != QuotaBucket.Spill.NONE) {
      for (Quota each = quota; each.parent().isPresent(); ) {
        each = bucket.quotas().get(number(each.parent().orElseThrow()));
        upward.add(each);
      }
    }
    List<Quota> path = new ArrayList<>(upward);
    if (bucket.spill() == QuotaBucket.Spill.PARENTS_AND_SIBLINGS) {
      upward.forEach(each -> path.addAll(lessImportantBeside(each)));
    }
    return path.stream().map(each -> number(each.group())).toList();
  }

  private int number(String group) {
    return numbers.getOrDefault(group, -1);
  }

  private List<Quota> lessImportantBeside(Quota quota) {
    return bucket.quotas().stream()
        .filter(each -> each.parent().equals(quota.parent()) && each.rank() > quota.rank())
        .sorted(Comparator.comparingInt(Quota::rank).reversed())
        .toList();
  }

  boolean has(String group) {
    return numbers.containsKey(group);
  }

  Tally tally(String group) {
    return new Tally("quota " + group, bucket.time().from());
  }

  /** The pools that a group draws on. */
  List<Integer> pathOf(String group) {
    return paths.getOrDefault(group, List.of());
  }

  /** The units left of each quota. */
  long[] left(Situation situation) {
    int count = bucket.quotas().size();
    long[] left = new long[count];
    long[] excess = new long[count];
    for (int i = 0; i < count; i++) {
      Quota quota = bucket.quotas().get(i);
      long taken = situation.taken(tally(quota.group()));
      left[i] = Math.max(0, quota.most().units() - taken);
      excess[i] = Math.max(0, taken - quota.most().units());
    }
    for (int i = 0; i < count; i++) {
      for (int pool : pathOf(bucket.quotas().get(i).group())) {
        long drawn = Math.min(excess[i], left[pool]);
        left[pool] -= drawn;
        excess[i] -= drawn;
      }
    }
    return bucket.time().givesBack(situation.now()) ? givenBack(left) : left;
  }

  /** What parts have not used is their parents', from below upward. */
  private long[] givenBack(long[] left) {
    List<Quota> deepestFirst = bucket.quotas().stream()
        .sorted(Comparator.comparingInt(this::depth).reversed())
        .toList();
    for (Quota quota : deepestFirst) {
      int own = number(quota.group());
      quota.parent().ifPresent(parent -> {
        long sum = left[number(parent)] + left[own];
        left[number(parent)] = sum < 0 ? Long.MAX_VALUE : sum;
        left[own] = 0;
      });
    }
    return left;
  }

  private int depth(Quota quota) {
    return quota
        .parent()
        .map(each -> 1 + depth(bucket.quotas().get(number(each))))
        .orElse(0);
  }

  /** The cap of a group. */
  Function<String, Limit.Cap> capIn(Situation situation) {
    return group -> new Limit.Cap(
        group,
        bucket.time().from(),
        bucket.quotas().get(number(group)).most(),
        Quantity.of(situation.taken(tally(group))));
  }

  /** This tree, with a quota raised if the cap is one of its own. */
  QuotaTree raised(Limit.Cap cap, Quantity by) {
    if (!has(cap.group()) || !bucket.time().from().equals(cap.from())) {
      return this;
    }
    List<Quota> quotas = new ArrayList<>(bucket.quotas());
    quotas.set(number(cap.group()), quotas.get(number(cap.group())).raised(by));
    return new QuotaTree(new QuotaBucket(bucket.time(), bucket.spill(), quotas));
  }

  boolean holds(Instant now) {
    return bucket.time().holds(now);
  }
}
