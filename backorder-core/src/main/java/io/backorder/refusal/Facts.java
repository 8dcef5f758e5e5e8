package io.backorder.refusal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The identifiers and numbers behind a refusal, by name.
 *
 * <p>The names are {@code sku}, {@code location}, {@code order}, {@code line}, {@code hold}, {@code
 * document}, {@code field}, {@code asked}, {@code allowed} and the like. This type is immutable and
 * thread-safe.
 */
public final class Facts implements Serializable {

  /** No facts. */
  public static final Facts NONE = new Facts(Map.of());

  @Serial
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, String> values;

  private Facts(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /**
   * Returns facts of one name and its value.
   *
   * @param name the name
   * @param value the value, kept as its text
   * @return the facts
   */
  public static Facts of(String name, Object value) {
    return NONE.and(name, value);
  }

  /**
   * Returns these facts with one more.
   *
   * @param name the name
   * @param value the value, kept as its text
   * @return the longer facts
   */
  public Facts and(String name, Object value) {
    Facts more = new Facts(values);
    more.values.put(name, value.toString());
    return more;
  }

  /**
   * Returns the facts as a map that cannot be changed.
   *
   * @return texts by name, in the order in which they were given
   */
  public Map<String, String> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
