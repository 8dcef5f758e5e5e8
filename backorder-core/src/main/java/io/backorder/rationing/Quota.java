package io.backorder.rationing;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The most units of each item that a group may be granted in a stretch of time. A quota is a cap and
 * promises nothing: it keeps no unit for its group, see {@link Protection}.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Quota {

  private final String group;
  private final Quantity most;
  private final @Nullable String parent;
  private final int rank;

  private Quota(String group, Quantity most, @Nullable String parent, int rank) {
    this.group = Identifiers.require("group", group);
    this.most = requireNonNull(most, "most");
    this.parent = parent;
    this.rank = rank;
  }

  /**
   * Returns a quota of its own, the most important one.
   *
   * @param group the group's name
   * @param most the units that it may be granted, zero or more
   * @return the quota
   */
  public static Quota of(String group, Quantity most) {
    return new Quota(group, most, null, 0);
  }

  /**
   * Returns this quota below that of a larger group, on which it may spill over.
   *
   * @param larger the name of the larger group, whose own units are not those of its parts
   * @return the quota
   */
  public Quota under(String larger) {
    return new Quota(group, most, Identifiers.require("parent", larger), rank);
  }

  /**
   * Returns this quota with a rank among those under the same parent.
   *
   * @param worse the rank: the smaller the more important
   * @return the quota
   */
  public Quota ranked(int worse) {
    return new Quota(group, most, parent, worse);
  }

  /** Returns this quota with so many units more. */
  Quota raised(Quantity by) {
    return new Quota(group, most.plus(by), parent, rank);
  }

  /**
   * Returns the group.
   *
   * @return its name
   */
  public String group() {
    return group;
  }

  /**
   * Returns the units that the group may be granted.
   *
   * @return the units, zero or more
   */
  public Quantity most() {
    return most;
  }

  /**
   * Returns the larger group.
   *
   * @return its name, or empty if there is none
   */
  public Optional<String> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * Returns the rank among those under the same parent.
   *
   * @return the rank, the smaller the more important
   */
  public int rank() {
    return rank;
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(group, most, parent == null ? "" : " under " + parent);
  }
}
