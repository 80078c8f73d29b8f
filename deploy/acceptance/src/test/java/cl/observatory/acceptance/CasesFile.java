package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A file of {@code REF_AREA,TIME_PERIOD,CRIME_CLASS,OBS_VALUE}, and what it adds up to, counted without the observatory. */
record CasesFile(Iterable<byte[]> pieces) {

    long rows() {
        return lines().stream().count();
    }

    /** Cases of all places in the year, of the class and those below it. */
    long cases(String year, String classPrefix) {
        return lines().stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].startsWith(year) && cells[2].startsWith(classPrefix))
                .mapToLong(cells -> Long.parseLong(cells[3]))
                .sum();
    }

    private List<String> lines() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(new String(piece, UTF_8)));
        return all.toString().lines().skip(1).toList();
    }
}
