package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.regex.Pattern;

/**
 * How the library's tables are named: in which schema they lie, and with what their names begin. Every
 * name of every statement is made here.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param schema the schema, or empty for the connection's own one
 * @param prefix what every name begins with, or empty
 */
public record TableNames(String schema, String prefix) {

  private static final Pattern ALLOWED = Pattern.compile("([a-z][a-z0-9_]{0,30})?");
  private static final Pattern TOKEN = Pattern.compile("\\$([a-z_]+)");
  private static final TableNames STANDARD = new TableNames("", "backorder_");

  /**
   * Rejects what cannot stand unquoted in a statement.
   *
   * @throws InvalidValueException with {@code CONFIG_INVALID}
   */
  public TableNames {
    require("schema", schema);
    require("prefix", prefix);
  }

  private static void require(String name, String value) {
    if (!ALLOWED.matcher(requireNonNull(value, name)).matches()) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "%s must be empty or a lower-case letter and up to 30 letters, digits and underscores"
              .formatted(name),
          Facts.of("field", name));
    }
  }

  /**
   * Returns the standard names: the connection's own schema, and {@code backorder_}.
   *
   * @return the names
   */
  public static TableNames standard() {
    return STANDARD;
  }

  /**
   * Returns these names in another schema.
   *
   * @param name the schema
   * @return the names
   */
  public TableNames in(String name) {
    return new TableNames(name, prefix);
  }

  /**
   * Returns these names with another beginning.
   *
   * @param text the beginning
   * @return the names
   */
  public TableNames withPrefix(String text) {
    return new TableNames(schema, text);
  }

  /** The schema as it stands before a name. */
  String qualifier() {
    return schema.isEmpty() ? "" : schema + ".";
  }

  /** A statement whose tables are written as {@code $item}. */
  String in(StringBuilder statement) {
    return TOKEN.matcher(statement).replaceAll(qualifier() + prefix + "$1");
  }

  /** A script whose names are written as {@code {schema}{prefix}item}. */
  String inScript(String script) {
    return script.replace("{schema}", qualifier()).replace("{prefix}", prefix);
  }
}
