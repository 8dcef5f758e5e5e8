package io.backorder;

import static java.util.stream.Collectors.toSet;

import io.backorder.refusal.InventoryException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence about an edge admits, such as "order quantity 0 or a refusal, never NaN". Its parts,
 * between commas, must all be met, and one of the alternatives of each is enough. What follows a colon
 * explains. NaN is never right: where the library has no value, it says so.
 *
 * <p>Where nothing or infinity is the answer, a refusal says the same, as the cases' own text has it: no
 * finite number comes out. But "throws" is met by an exception alone. A fall-back to Poisson that the
 * library does not offer is not met by finite parameters of another law.
 */
final class CaseOutcome {

  /** What may come out. */
  private enum Kind {
    REFUSAL,
    EMPTY,
    POSITIVE_INFINITY,
    NEGATIVE_INFINITY,
    FINITE
  }

  private static final Set<Kind> INFINITE =
      EnumSet.of(Kind.POSITIVE_INFINITY, Kind.NEGATIVE_INFINITY, Kind.REFUSAL);

  /** The words for each kind, the first that is found counts. */
  private static final List<Word> WORDS = List.of(
      new Word("\\brefus\\w*", EnumSet.of(Kind.REFUSAL, Kind.EMPTY)),
      new Word(
          "\\b(throw\\w*|errors?|\\w*exceptions?|reject\\w*|raise\\w*|fails?)\\b",
          EnumSet.of(Kind.REFUSAL)),
      new Word("\\b(positive|plus) infinit\\w*|\\+infinity", without(Kind.NEGATIVE_INFINITY)),
      new Word("\\b(negative|minus) infinit\\w*|-infinity", without(Kind.POSITIVE_INFINITY)),
      new Word("\\binfinit\\w*", INFINITE),
      new Word("\\bfalls? back to poisson", INFINITE),
      new Word(
          "\\b(empty|none|null|nothing|undefined|nan|not enough( history)?|no (result|value|answer"
              + "|solution|finite number|number))\\b",
          EnumSet.of(Kind.REFUSAL, Kind.EMPTY)),
      new Word("\\b(finite|defined|(any|a) (number|answer|value))\\b", EnumSet.of(Kind.FINITE)));

  /** A number alone, or none of something. */
  private static final Pattern STATED =
      Pattern.compile("(?<!\\S)(?:(-?\\d+(?:\\.\\d+)?)|zeros?|no(?= \\w))(?!\\S)");

  private static final Set<String> SAID_IN_PASSING =
      Set.of("stated", "say which", "documented", "said", "");

  private static final Set<String> NO_SUBJECT = Set.of(
      "a",
      "an",
      "the",
      "is",
      "are",
      "be",
      "must",
      "may",
      "should",
      "return",
      "returns",
      "answer",
      "answers",
      "gives",
      "give",
      "either",
      "result",
      "results",
      "value",
      "values",
      "number",
      "numbers",
      "any",
      "all",
      "it",
      "to",
      "with",
      "list",
      "error",
      "exception",
      "history",
      "of",
      "equal",
      "equals",
      "for");

  private record Word(Pattern pattern, Set<Kind> kinds) {
    Word(String pattern, Set<Kind> kinds) {
      this(Pattern.compile(pattern), kinds);
    }
  }

  /** One alternative: kinds, or a number. */
  private record Alternative(Set<Kind> kinds, @Nullable Double stated, String subject) {}

  /** What holds for the values that a subject names, or for all of them. */
  private record Part(List<Alternative> alternatives, String subject) {

    boolean isMetByRefusal() {
      return alternatives.stream().anyMatch(each -> each.kinds().contains(Kind.REFUSAL));
    }
  }

  private final String sentence;
  private final List<Part> parts;
  private final boolean isRefusalForbidden;

  private CaseOutcome(String sentence, List<Part> parts, boolean isRefusalForbidden) {
    this.sentence = sentence;
    this.parts = parts;
    this.isRefusalForbidden = isRefusalForbidden;
  }

  private static Set<Kind> without(Kind kind) {
    Set<Kind> kinds = EnumSet.copyOf(INFINITE);
    kinds.remove(kind);
    return kinds;
  }

  /** Reads a sentence; one that is not understood fails. */
  static CaseOutcome of(String sentence) {
    String head =
        sentence.toLowerCase(Locale.ROOT).split(":", 2)[0].replaceAll("[()]|,(?= or )", " ");
    List<Part> parts = new ArrayList<>();
    boolean isRefusalForbidden = false;
    for (String text : head.split("[,;.](?!\\d)|\\band\\b|\\bbut\\b|\\bwithout\\b.*", -1)) {
      String part = text.strip().replaceAll("\\s+", " ");
      if (part.matches("never .*|not (an? )?(finite )?(nan|number).*")) {
        isRefusalForbidden |= part.matches("never (throw|refus|a refus|an error|an exception).*");
      } else if (!SAID_IN_PASSING.contains(part)) {
        parts.add(part(part, sentence));
      }
    }
    if (parts.isEmpty()) {
      throw unknown(sentence);
    }
    return new CaseOutcome(sentence, parts, isRefusalForbidden);
  }

  private static AssertionError unknown(String sentence) {
    return new AssertionError("unknown outcome: " + sentence);
  }

  private static Part part(String text, String sentence) {
    List<Alternative> alternatives = Stream.of(text.split("\\bor\\b|/", -1))
        .map(each -> alternative(each.strip(), sentence))
        .toList();
    String subject = alternatives.stream()
        .map(Alternative::subject)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
    return new Part(alternatives, subject);
  }

  private static Alternative alternative(String text, String sentence) {
    for (Word word : WORDS) {
      Matcher found = word.pattern().matcher(text);
      if (found.find()) {
        return new Alternative(word.kinds(), null, subject(text, found));
      }
    }
    Matcher number = STATED.matcher(text);
    if (!number.find()) {
      throw unknown(sentence);
    }
    double stated = number.group(1) == null ? 0 : Double.parseDouble(number.group(1));
    return new Alternative(Set.of(), stated, subject(text, number));
  }

  /** What a number is of: the words before it, or else those after it. */
  private static String subject(String text, Matcher found) {
    String before = name(text.substring(0, found.start()));
    return before.isEmpty() ? name(text.substring(found.end())) : before;
  }

  private static String name(String words) {
    return String.join(
        "_",
        Stream.of(words.strip().split("\\s+", -1))
            .filter(word -> !word.isEmpty() && !NO_SUBJECT.contains(word))
            .toList());
  }

  /** Fails unless what comes out is admitted. */
  void check(Supplier<Map<String, Object>> answer) {
    Map<String, Object> found;
    try {
      found = answer.get();
    } catch (InventoryException refused) {
      if (isRefusalForbidden || !parts.stream().allMatch(Part::isMetByRefusal)) {
        throw new AssertionError(sentence + ": refused: " + refused.getMessage(), refused);
      }
      return;
    }
    found.forEach((key, value) -> leaves(value).forEach(leaf -> {
      if (leaf instanceof Double number && number.isNaN()) {
        throw new AssertionError("%s: %s is NaN".formatted(sentence, key));
      }
    }));
    parts.forEach(part -> check(part, found));
  }

  private void check(Part part, Map<String, Object> found) {
    List<@Nullable Object> judged = new ArrayList<>();
    keys(part, found.keySet())
        .forEach(key -> leaves(found.get(key)).forEach(leaf -> {
          if (leaf == null || leaf instanceof Number) {
            judged.add(leaf);
          }
        }));
    if (judged.isEmpty() && !found.isEmpty()) {
      throw new AssertionError(
          "%s: nothing to judge in %s".formatted(sentence, CaseValues.text(found)));
    }
    if (judged.isEmpty()) {
      judged.add(null);
    }
    for (Object leaf : judged) {
      if (part.alternatives().stream().noneMatch(each -> admits(each, (Number) leaf))) {
        throw new AssertionError("%s: %s in %s".formatted(sentence, leaf, CaseValues.text(found)));
      }
    }
  }

  private static Stream<@Nullable Object> leaves(@Nullable Object value) {
    return value == null ? Stream.of((Object) null) : CaseValues.leaves(value);
  }

  /** The keys that the subject names; all but the demand itself, if it names none. */
  private static Set<String> keys(Part part, Set<String> keys) {
    String subject = switch (part.subject()) {
      case "lot", "lots", "order", "orders", "quantity" -> "order_quantit";
      default -> part.subject();
    };
    Set<String> named = subject.isEmpty()
        ? Set.of()
        : keys.stream()
            .filter(key -> key.startsWith(subject)
                || key.endsWith("_" + subject)
                || key.equals(part.subject()))
            .collect(toSet());
    return named.isEmpty()
        ? keys.stream().filter(key -> !key.startsWith("ltd_")).collect(toSet())
        : named;
  }

  private static boolean admits(Alternative alternative, @Nullable Number found) {
    Set<Kind> kinds = alternative.kinds();
    if (found == null) {
      return kinds.contains(Kind.EMPTY);
    }
    double number = found.doubleValue();
    if (alternative.stated() != null) {
      return number == alternative.stated();
    }
    return kinds.contains(
        Double.isFinite(number)
            ? Kind.FINITE
            : number > 0 ? Kind.POSITIVE_INFINITY : Kind.NEGATIVE_INFINITY);
  }
}
