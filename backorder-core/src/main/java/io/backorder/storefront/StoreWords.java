package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.PromiseRange;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Offers and terms in the words of a language.
 *
 * <p>English and German are shipped; a host's own {@link ResourceBundle} replaces any text or adds a language.
 * The keys are those of {@code words.properties} beside this class, each a {@link MessageFormat}; a key that a
 * bundle lacks is said in English. The default locale of the machine plays no part.
 *
 * <p>This type is immutable and thread-safe, as long as the host's bundle is.
 */
public final class StoreWords {

  private static final ResourceBundle ENGLISH = shipped("words.properties");

  private static final ResourceBundle GERMAN = shipped("words_de.properties");

  private static final int MOST_DECIMALS = 9;

  private final ResourceBundle bundle;
  private final Locale locale;
  private final Scale scale;

  private StoreWords(ResourceBundle bundle, Locale locale, Scale scale) {
    this.bundle = bundle;
    this.locale = locale;
    this.scale = scale;
  }

  private static ResourceBundle shipped(String name) {
    try (InputStream text =
        requireNonNull(StoreWords.class.getResourceAsStream(name), () -> "resource " + name)) {
      return new PropertyResourceBundle(new InputStreamReader(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  /**
   * Returns the shipped words of a language.
   *
   * @param locale the locale; where neither English nor German is its language, English is used whole
   * @return the words
   */
  public static StoreWords of(Locale locale) {
    if (locale.getLanguage().equals(Locale.GERMAN.getLanguage())) {
      return of(GERMAN, locale);
    }
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return of(ENGLISH, english ? locale : Locale.ENGLISH);
  }

  /**
   * Returns words of the host's own.
   *
   * @param bundle the texts by key
   * @param locale the locale of dates and numbers in them
   * @return the words
   */
  public static StoreWords of(ResourceBundle bundle, Locale locale) {
    return new StoreWords(
        requireNonNull(bundle, "bundle"), requireNonNull(locale, "locale"), Scale.WHOLE);
  }

  /**
   * Returns these words for an item that is counted in parts of a unit.
   *
   * @param decimals the scale of the item
   * @return the words
   */
  public StoreWords withScale(Scale decimals) {
    return new StoreWords(bundle, locale, requireNonNull(decimals, "decimals"));
  }

  private String say(String key, Object... values) {
    String text = bundle.containsKey(key) ? bundle.getString(key) : ENGLISH.getString(key);
    return new MessageFormat(text, locale).format(values);
  }

  private String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format(value);
  }

  private String units(Quantity quantity) {
    return number(scale.toDecimal(quantity));
  }

  /**
   * Returns a day in words.
   *
   * @param day the day
   * @return the text, such as {@code March 20, 2026}
   */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(requireNonNull(day, "day"));
  }

  /**
   * Returns days in words.
   *
   * @param range the days
   * @return the text, such as {@code March 12, 2026 to March 20, 2026}
   */
  public String days(PromiseRange range) {
    return range.earliest().equals(range.latest())
        ? day(range.latest())
        : say("days.range", day(range.earliest()), day(range.latest()));
  }

  /**
   * Returns a wait in words.
   *
   * @param range the days
   * @param today the day from which the wait is counted
   * @return the text, such as {@code Expected within 2–4 weeks}; its end is never before the last day, its
   *     start never after the first
   */
  public String expected(PromiseRange range, LocalDate today) {
    WaitSpan span = WaitSpan.of(range, requireNonNull(today, "today"));
    if (span.isToday()) {
      return say("expected.today");
    }
    String key = "expected." + span.unit().name().toLowerCase(Locale.ROOT);
    return span.hasOneEnd() ? say(key, span.to()) : say(key + ".range", span.from(), span.to());
  }

  /**
   * Returns an offer in words.
   *
   * @param offer the offer
   * @param today the day from which a wait is counted
   * @return the text, such as {@code On backorder. Expected within 2–4 weeks}
   */
  public String offer(Offer offer, LocalDate today) {
    requireNonNull(today, "today");
    if (offer instanceof Offer.LowStock low) {
      return say("offer.low-stock", units(low.left()));
    } else if (offer instanceof Offer.Preorder preorder) {
      return say("offer.preorder", day(preorder.release()));
    } else if (offer instanceof Offer.Backorder) {
      return offer
          .range()
          .map(range -> say("offer.backorder", expected(range, today)))
          .orElseGet(() -> say("offer.backorder.unknown"));
    }
    return say(offer.isOrderable() ? "offer.in-stock" : "offer.out-of-stock");
  }

  /**
   * Returns terms in plain words.
   *
   * @param terms the terms
   * @return one sentence for each thing that is agreed
   */
  public List<String> policy(BackorderTerms terms) {
    if (!terms.isAllowed()) {
      return List.of(say("policy.refused"));
    }
    List<String> said = new ArrayList<>();
    said.add(say("policy.allowed"));
    sayLimits(terms.allowance(), said);
    terms.longestWait().ifPresent(days -> said.add(say("policy.longest-wait", days)));
    terms
        .cancellation()
        .ifPresentOrElse(
            days -> said.add(say("policy.cancellation", days)),
            () -> said.add(say("policy.cancellation.always")));
    terms.refund().ifPresent(days -> said.add(say("policy.refund", days)));
    said.addAll(payment(terms));
    terms.priceAdjustment().ifPresent(part -> said.add(price(part)));
    terms.fallback().ifPresent(answer -> said.add(consent(terms, answer)));
    return List.copyOf(said);
  }

  private List<String> payment(BackorderTerms terms) {
    return Stream.of(
            percent("policy.kept", terms.keptOnCancellation()),
            terms
                .keptOnCancellation()
                .flatMap(kept -> terms.fallback())
                .map(asked -> say("policy.kept.consent")),
            percent("policy.deposit", terms.deposit()),
            percent("policy.fill", terms.dueAtFill()),
            percent("policy.shipment", terms.dueAtShipment()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> percent(String key, Optional<BigDecimal> part) {
    return part.filter(each -> each.signum() > 0).map(each -> say(key, number(each)));
  }

  private void sayLimits(BackorderAllowance allowance, List<String> said) {
    if (allowance instanceof BackorderAllowance.Capped capped) {
      said.add(say("policy.limit", units(capped.limit())));
    } else if (allowance instanceof BackorderAllowance.Inbound) {
      said.add(say("policy.inbound"));
    } else if (allowance instanceof BackorderAllowance.Both both) {
      sayLimits(both.one(), said);
      sayLimits(both.other(), said);
    }
  }

  private String price(BigDecimal part) {
    return say(
        part.signum() < 0 ? "policy.price.lower" : "policy.price.higher", number(part.abs()));
  }

  private String consent(BackorderTerms terms, Consent.Answer answer) {
    String key = answer == Consent.Answer.KEEP ? "policy.consent.keep" : "policy.consent.cancel";
    return say(key, terms.consentBeyond().orElseThrow(), terms.answerWithin().orElseThrow());
  }
}
