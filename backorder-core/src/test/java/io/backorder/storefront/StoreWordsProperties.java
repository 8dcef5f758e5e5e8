package io.backorder.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.promise.PromiseRange;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Words never say more than the days behind them. */
final class StoreWordsProperties {

  private static PromiseRange range(LocalDate today, int earliest, int more) {
    LocalDate first = today.plusDays(earliest);
    return new PromiseRange(first, first, first.plusDays(more), OptionalDouble.empty());
  }

  @Property
  void aWaitInWordsEndsNoEarlierAndStartsNoLaterThanItsDays(
      @ForAll @IntRange(max = 800) int start,
      @ForAll @IntRange(max = 500) int earliest,
      @ForAll @IntRange(max = 200) int more) {
    LocalDate today = LocalDate.of(2026, 1, 1).plusDays(start);
    PromiseRange range = range(today, earliest, more);
    WaitSpan span = WaitSpan.of(range, today);

    assertThat(today.plus(span.to(), span.unit())).isAfterOrEqualTo(range.latest());
    assertThat(today.plus(span.from(), span.unit())).isBeforeOrEqualTo(range.earliest());
    assertThat(span.to()).isGreaterThanOrEqualTo(span.from());
    assertThat(span.to() == 0 || today.plus(span.to() - 1, span.unit()).isBefore(range.latest()))
        .isTrue();
  }

  @Property(tries = 200)
  void theMachinesLocaleDoesNotMatter(
      @ForAll @IntRange(max = 100) int earliest, @ForAll @IntRange(max = 100) int more) {
    LocalDate today = LocalDate.of(2026, 3, 2);
    PromiseRange range = range(today, earliest, more);
    String english = StoreWords.of(Locale.ENGLISH).expected(range, today);
    String german = StoreWords.of(Locale.GERMAN).days(range);
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(StoreWords.of(Locale.ENGLISH).expected(range, today)).isEqualTo(english);
      assertThat(StoreWords.of(Locale.GERMAN).days(range)).isEqualTo(german);
    } finally {
      Locale.setDefault(locale);
    }
  }
}
