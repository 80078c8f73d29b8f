package cl.observatory.query.peers;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something in which communes are alike or not, on the scale on which they are compared.
 *
 * @param numbers by code of the commune, already on the scale
 * @param mean of the numbers
 * @param standardDeviation of the numbers, all of them being the whole that there is
 */
record Feature(String code, Scale scale, Map<String, Double> numbers, double mean, double standardDeviation) {

    /** On which scale values are compared. */
    enum Scale {
        /** As they are. */
        LINEAR,
        /** By their decimal logarithm: twice as many is as far from once as once from half. */
        LOG;

        double of(double value) {
            return this == LOG ? Math.log10(value) : value;
        }

        /** Whether a value has a place on it. */
        boolean has(double value) {
            return this == LINEAR || value > 0;
        }
    }

    /**
     * @param values by code of the commune, as they are
     */
    static Feature of(String code, Scale scale, Map<String, Double> values) {
        Map<String, Double> numbers = values.entrySet().stream()
                .filter(value -> scale.has(value.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, value -> scale.of(value.getValue())));
        return measured(code, scale, numbers);
    }

    /** The same of some of the communes, with their own mean and standard deviation. */
    Feature of(Set<String> communes) {
        return measured(
                code,
                scale,
                numbers.entrySet().stream()
                        .filter(number -> communes.contains(number.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Feature measured(String code, Scale scale, Map<String, Double> numbers) {
        double[] sorted = numbers.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double variance = Arrays.stream(sorted)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(0);
        return new Feature(code, scale, numbers, mean, Math.sqrt(variance));
    }

    /** How far one commune is above another, in standard deviations; nothing where all are the same. */
    double difference(String one, String other) {
        return standardDeviation == 0 ? 0 : (numbers.get(one) - numbers.get(other)) / standardDeviation;
    }
}
