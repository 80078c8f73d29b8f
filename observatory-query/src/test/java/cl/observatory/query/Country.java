package cl.observatory.query;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.release.ReleasePublished;
import java.time.Instant;
import java.util.List;

/**
 * A small country with its people and its cases, published once for all tests that only read.
 *
 * <p>Cases of class 40101: told for 2015 in today's division; 2022 without the people of 13127; 2023 zero in 13127 and
 * nothing in 13101; 2024 whole; 2025 half a year in 13101; 2026 half a year everywhere, provisional. Class 40102: 2024
 * only, and not in 01107. Commune 08102 has people and never any row.
 */
public final class Country {

    public static final String RATE = "T_DRUGS_RATE";
    public static final String BOTH = "T_DRUGS_BOTH_RATE";
    public static final String COUNT = "T_DRUGS_COUNT";

    public static final DatasetDefined CASES = Publisher.cases("country-cases");
    public static final DatasetDefined PEOPLE = Publisher.population("country-people");

    public static final Instant PUBLISHED_AT = Instant.parse("2025-01-01T12:00:00Z");

    private static Country country;

    public final ReleasePublished cases;
    public final ReleasePublished people;

    private Country(ReleasePublished cases, ReleasePublished people) {
        this.cases = cases;
        this.people = people;
    }

    public static synchronized Country published() {
        if (country == null) {
            try (Publisher publisher = new Publisher()) {
                publisher.territories();
                publisher.classes();
                List.of(PEOPLE, CASES).forEach(publisher::define);
                List.of(
                                Publisher.rate(RATE, CASES.id(), PEOPLE.id(), "40101"),
                                Publisher.rate(BOTH, CASES.id(), PEOPLE.id(), "40101", "40102"),
                                Publisher.count(COUNT, CASES.id(), "40101"))
                        .forEach((IndicatorDefined indicator) -> publisher.define(indicator));
                ReleasePublished people = publisher.release(PEOPLE, 1, PUBLISHED_AT, peopleRows());
                ReleasePublished cases = publisher.release(CASES, 1, PUBLISHED_AT, caseRows());
                List.of(PEOPLE, CASES).forEach(dataset -> Caller.awaitRelease(dataset.id(), 1));
                List.of(RATE, BOTH, COUNT).forEach(code -> Caller.awaitFound("/v1/indicators/{code}", code));
                country = new Country(cases, people);
            }
        }
        return country;
    }

    private static List<Publisher.Row> peopleRows() {
        Rows rows = new Rows().people("13101", 2015, 380_000).people("16101", 2015, 45_000);
        rows.people("13101", 2022, 390_000).people("13203", 2022, 1_850);
        for (int year = 2023; year <= 2026; year++) {
            String status = year == 2026 ? "P" : "A";
            rows.people("01101", year, 200_000, status)
                    .people("01107", year, 100_000, status)
                    .people("13101", year, 400_000, status)
                    .people("13127", year, 196_856, status)
                    .people("13203", year, 1_900, status)
                    .people("16101", year, 50_000, status)
                    .people("08101", year, 150_000, status)
                    .people("08102", year, 1_000, status);
        }
        return rows.list();
    }

    private static List<Publisher.Row> caseRows() {
        Rows rows = new Rows()
                .year("16101", 2015, "40101", 30)
                .year("13101", 2015, "40101", 40)
                .year("13101", 2022, "40101", 40)
                .year("13127", 2022, "40101", 24)
                .year("13127", 2023, "40101", 0)
                .year("01101", 2023, "40101", 100);
        rows.year("01101", 2024, "40101", 200)
                .year("01107", 2024, "40101", 100)
                .year("13101", 2024, "40101", 400)
                .year("13127", 2024, "40101", 239)
                .year("13203", 2024, "40101", 31)
                .year("16101", 2024, "40101", 30)
                .year("08101", 2024, "40101", 10);
        for (String area : List.of("01101", "13101", "13127", "13203", "16101", "08101")) {
            rows.year(area, 2024, "40102", 11);
        }
        return rows.year("13127", 2025, "40101", 60)
                .months("13101", 2025, 6, "40101", 30, "A")
                .months("13127", 2026, 6, "40101", 20, "P")
                .months("13101", 2026, 6, "40101", 50, "P")
                .list();
    }
}
