package cl.observatory.query.classification;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dimensions of a data set with the names of their codes.
 *
 * @param labels for each dimension by code; none of a scheme that is not here yet
 */
public record CodedDimensions(List<DatasetDefined.Dimension> dimensions, List<Map<String, Labels>> labels) {

    /**
     * The codes of a cell, by dimension.
     *
     * @param written in the data set's order, joined by '|'
     */
    public Map<String, CodeRef> codes(String written) {
        Map<String, CodeRef> codes = new LinkedHashMap<>();
        String[] parts = written.split("\\|", -1);
        for (int i = 0; i < dimensions.size(); i++) {
            codes.put(
                    dimensions.get(i).id(), new CodeRef(parts[i], labels.get(i).get(parts[i])));
        }
        return codes;
    }
}
