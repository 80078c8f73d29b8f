package cl.observatory.local.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Communes as the sample has them: some small and some large, some growing, some with more offences. The same seed and
 * codes give the same places on every machine.
 */
public final class SamplePlaces {

    private static final double MEDIAN_INHABITANTS = 22_000;
    private static final int FEWEST_INHABITANTS = 250;
    private static final int MOST_INHABITANTS = 650_000;

    private final Map<String, Place> places = new HashMap<>();

    /**
     * @param inhabitants in the first year
     * @param growth by which the inhabitants of a year are those of the year before
     * @param risk by which its offences exceed those of an average place of its size
     */
    private record Place(int inhabitants, double growth, double risk) {}

    public SamplePlaces(long seed, List<String> communes) {
        for (String commune : communes) {
            places.put(commune, place(random(seed, commune)));
        }
    }

    private static Place place(UniformRandomProvider random) {
        double inhabitants = LogNormalSampler.of(
                        ZigguratSampler.NormalizedGaussian.of(random), Math.log(MEDIAN_INHABITANTS), 1.2)
                .sample();
        double risk = LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(random), 0, 0.4)
                .sample();
        return new Place(
                (int) Math.clamp(inhabitants, FEWEST_INHABITANTS, MOST_INHABITANTS),
                random.nextDouble(0.99, 1.02),
                risk);
    }

    /** Mid-year inhabitants, whole persons. */
    int inhabitants(String commune, int yearsSinceFirst) {
        Place place = places.get(commune);
        return (int) Math.round(place.inhabitants() * Math.pow(place.growth(), yearsSinceFirst));
    }

    double risk(String commune) {
        return places.get(commune).risk();
    }

    /** A generator of its own for each thing, so that adding one does not change the others. */
    static UniformRandomProvider random(long seed, String thing) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed ^ ((long) thing.hashCode() << Integer.SIZE));
    }
}
