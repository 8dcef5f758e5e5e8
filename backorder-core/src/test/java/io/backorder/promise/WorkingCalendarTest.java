package io.backorder.promise;

import static io.backorder.refusal.Refusals.assertRefused;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.refusal.ErrorCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingCalendarTest {

  private static final WorkingCalendar LONDON =
      WorkingCalendar.everyDay("Europe/London").closedOn(SATURDAY, SUNDAY);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void plus_weekendAndHoliday_areNotCounted() {
    WorkingCalendar easter = LONDON.withHolidays(List.of(day("2026-04-03"), day("2026-04-06")));

    assertThat(easter.plus(day("2026-04-02"), 1)).isEqualTo(day("2026-04-07"));
    assertThat(easter.plus(day("2026-04-04"), 0)).isEqualTo(day("2026-04-07"));
    assertThat(easter.isWorkingDay(day("2026-04-03"))).isFalse();
    assertThat(easter.onOrAfter(day("2026-04-02"))).isEqualTo(day("2026-04-02"));
  }

  @Test
  void handledOn_cutOff_isTheLastMomentButOne() {
    WorkingCalendar calendar = LONDON.withCutOff(LocalTime.of(14, 0));

    assertThat(calendar.handledOn(Instant.parse("2026-03-06T13:59:59.999999Z")))
        .isEqualTo(day("2026-03-06"));
    assertThat(calendar.handledOn(Instant.parse("2026-03-06T14:00:00Z")))
        .isEqualTo(day("2026-03-09"));
    assertThat(calendar.handledOn(Instant.parse("2026-03-07T18:00:00Z")))
        .isEqualTo(day("2026-03-09"));
    assertThat(LONDON.handledOn(Instant.parse("2026-03-06T23:59:59Z")))
        .isEqualTo(day("2026-03-06"));
    assertThat(calendar.cutOff()).contains(LocalTime.of(14, 0));
    assertThat(LONDON.cutOff()).isEmpty();
  }

  /** Local times that do not exist are later by the jump; of those that come twice the first is meant. */
  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026-03-29, 01:30, 2026-03-29T01:30:00Z",
    "Europe/London, 2026-10-25, 01:30, 2026-10-25T00:30:00Z",
    "America/New_York, 2026-03-08, 02:30, 2026-03-08T07:30:00Z",
    "America/New_York, 2026-11-01, 01:30, 2026-11-01T05:30:00Z",
    "Australia/Lord_Howe, 2026-10-04, 02:15, 2026-10-03T15:45:00Z",
    "Australia/Lord_Howe, 2026-04-05, 01:45, 2026-04-04T14:45:00Z",
    "America/Sao_Paulo, 2018-11-04, 00:00, 2018-11-04T03:00:00Z",
    "Pacific/Apia, 2011-12-30, 12:00, 2011-12-30T22:00:00Z",
    "Asia/Kathmandu, 2026-06-01, 00:00, 2026-05-31T18:15:00Z"
  })
  void at_changeOfClocks_followsTheRule(String zone, String day, String time, String moment) {
    WorkingCalendar calendar = WorkingCalendar.everyDay(zone);

    assertThat(calendar.at(day(day), LocalTime.parse(time))).isEqualTo(Instant.parse(moment));
  }

  @Test
  void handledOn_cutOffThatComesTwice_isTheFirst() {
    WorkingCalendar calendar =
        WorkingCalendar.everyDay("Europe/London").withCutOff(LocalTime.of(1, 30));

    assertThat(calendar.handledOn(Instant.parse("2026-10-25T00:29:59Z")))
        .isEqualTo(day("2026-10-25"));
    assertThat(calendar.handledOn(Instant.parse("2026-10-25T00:30:00Z")))
        .isEqualTo(day("2026-10-26"));
    assertThat(calendar.handledOn(Instant.parse("2026-10-25T01:10:00Z")))
        .isEqualTo(day("2026-10-26"));
  }

  @Test
  void handledOn_cutOffThatDoesNotExist_isLater() {
    WorkingCalendar calendar =
        WorkingCalendar.everyDay("Europe/London").withCutOff(LocalTime.of(1, 30));

    assertThat(calendar.handledOn(Instant.parse("2026-03-29T01:29:59Z")))
        .isEqualTo(day("2026-03-29"));
    assertThat(calendar.handledOn(Instant.parse("2026-03-29T01:30:00Z")))
        .isEqualTo(day("2026-03-30"));
  }

  @Test
  void badCalendars_areRefused() {
    assertRefused(
        () -> WorkingCalendar.everyDay("Mars/Olympus"),
        ErrorCode.CONFIG_INVALID,
        "zone must be one that the time zone data know, such as Europe/London: Mars/Olympus");
    assertRefused(
        () -> WorkingCalendar.everyDay(""),
        ErrorCode.CONFIG_INVALID,
        "zone must be one that the time zone data know, such as Europe/London: ");
    assertRefused(
        () -> LONDON.closedOn(DayOfWeek.values()),
        ErrorCode.CONFIG_INVALID,
        "calendar must have a working day: closed on all seven days of the week");
    WorkingCalendar closed = LONDON
        .closedOn(
            Stream.of(DayOfWeek.values()).filter(each -> each != MONDAY).toArray(DayOfWeek[]::new))
        .withHolidays(Stream.iterate(day("2026-03-02"), each -> each.plusDays(7))
            .limit(600)
            .toList());
    assertRefused(
        () -> closed.onOrAfter(day("2026-03-02")),
        ErrorCode.CONFIG_INVALID,
        "calendar must have a working day within ten years of 2026-03-02: none up to 2036-03-09");
    assertRefused(
        () -> LONDON.plus(day("2026-03-02"), -1),
        ErrorCode.INVALID_NUMBER,
        "working days must be in [0, 36525]: -1");
    assertRefused(
        () -> LONDON.day(Instant.MAX),
        ErrorCode.INVALID_NUMBER,
        "moment must lie between -999999999-01-01 and +999999999-12-31: "
            + "+1000000000-12-31T23:59:59.999999999Z");
    assertRefused(
        () -> WorkingCalendar.everyDay(ZoneOffset.UTC)
            .withHolidays(List.of(LocalDate.MAX))
            .onOrAfter(LocalDate.MAX),
        ErrorCode.INVALID_NUMBER,
        "day must be before the last one that there is: +999999999-12-31");
  }

  @Test
  void equals_sameDaysAndZone_isEqual() {
    WorkingCalendar other =
        WorkingCalendar.everyDay(ZoneId.of("Europe/London")).closedOn(SUNDAY, SATURDAY);

    assertThat(other).isEqualTo(LONDON).hasSameHashCodeAs(LONDON);
    assertThat(LONDON.closedOn(FRIDAY)).isNotEqualTo(LONDON);
    assertThat(LONDON.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(LONDON)
        .hasToString("Europe/London, closed on [SATURDAY, SUNDAY] and 0 holidays, cut-off none");
  }

  @Test
  void plusDays_changeOfClocks_keepsTheLocalTime() {
    WorkingCalendar berlin = WorkingCalendar.everyDay("Europe/Berlin");

    assertThat(berlin.plusDays(Instant.parse("2026-03-28T22:59:59Z"), 1))
        .isEqualTo(Instant.parse("2026-03-29T21:59:59Z"));
    assertThat(berlin.plusDays(Instant.parse("2026-03-28T01:30:00Z"), 1))
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(berlin.plusDays(Instant.parse("2026-10-25T01:30:00Z"), 0))
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    assertRefused(
        () -> berlin.plusDays(Instant.parse("+999999999-01-01T00:00:00Z"), 36_525),
        ErrorCode.INVALID_NUMBER,
        "days must lead to a day that there is: 36525");
  }
}
