package cl.observatory.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Monthly counts of police cases that never happened, as a CSV file {@code REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE}
 * with a row for every commune, month and class. Each count is drawn from a Poisson distribution whose mean has a level,
 * a season and a trend of its class, and the size and risk of its place. Iterating gives the file in pieces, the same
 * ones each time, so that it never lies in memory whole.
 */
public final class SampleCases implements Iterable<byte[]> {

    private static final byte[] HEADER = "REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE\n".getBytes(UTF_8);
    private static final double LOWEST_YEARLY_RATE = 0.5;
    private static final double HIGHEST_YEARLY_RATE = 120;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int BYTES_OF_A_ROW = 27;

    private final long seed;
    private final SamplePlaces places;
    private final List<String> communes;
    private final YearMonth first;
    private final int months;
    private final List<OffenceClass> classes;

    /**
     * @param yearlyRate cases a year per 100,000 inhabitants of an average place
     * @param trend factor from a year to the next
     * @param peak month of the year, from 1, in which most cases fall
     */
    private record OffenceClass(String code, double yearlyRate, double trend, int peak) {}

    /**
     * @param classes codes of one level of a classification
     * @param months how many months, from the first on
     */
    public SampleCases(long seed, List<String> communes, List<String> classes, YearMonth first, int months) {
        this.seed = seed;
        this.places = new SamplePlaces(seed, communes);
        this.communes = List.copyOf(communes);
        this.first = first;
        this.months = months;
        this.classes = classes.stream().map(code -> offenceClass(seed, code)).toList();
    }

    private static OffenceClass offenceClass(long seed, String code) {
        UniformRandomProvider random = SamplePlaces.random(seed, "class " + code);
        double rate = Math.exp(random.nextDouble(Math.log(LOWEST_YEARLY_RATE), Math.log(HIGHEST_YEARLY_RATE)));
        return new OffenceClass(code, rate, random.nextDouble(0.93, 1.08), random.nextInt(1, MONTHS_OF_A_YEAR + 1));
    }

    /** Observations in the file; its header is not one. */
    public long rows() {
        return (long) communes.size() * classes.size() * months;
    }

    @Override
    public Iterator<byte[]> iterator() {
        return Stream.concat(Stream.of(HEADER), communes.stream().map(this::rowsOf))
                .iterator();
    }

    private byte[] rowsOf(String commune) {
        UniformRandomProvider random = SamplePlaces.random(seed, "cases " + commune);
        StringBuilder rows = new StringBuilder(months * classes.size() * BYTES_OF_A_ROW);
        List<Double> tastes = tastes(random);
        for (int month = 0; month < months; month++) {
            YearMonth period = first.plusMonths(month);
            double size = places.inhabitants(commune, month / MONTHS_OF_A_YEAR) / 100_000.0 * places.risk(commune);
            for (int i = 0; i < classes.size(); i++) {
                double mean = size * tastes.get(i) * monthlyRate(classes.get(i), period);
                int cases = PoissonSampler.of(random, mean).sample();
                rows.append(commune).append(',').append(period).append(',');
                rows.append(classes.get(i).code()).append(',').append(cases).append('\n');
            }
        }
        return rows.toString().getBytes(UTF_8);
    }

    /** How much more each class occurs in one place than its risk alone would say. */
    private List<Double> tastes(UniformRandomProvider random) {
        List<Double> tastes = new ArrayList<>();
        classes.forEach(each -> tastes.add(random.nextDouble(0.6, 1.5)));
        return tastes;
    }

    private double monthlyRate(OffenceClass offence, YearMonth period) {
        double years = first.until(period, ChronoUnit.MONTHS) / (double) MONTHS_OF_A_YEAR;
        double season = 1 + 0.15 * Math.cos(2 * Math.PI * (period.getMonthValue() - offence.peak()) / MONTHS_OF_A_YEAR);
        return offence.yearlyRate() / MONTHS_OF_A_YEAR * season * Math.pow(offence.trend(), years);
    }
}
