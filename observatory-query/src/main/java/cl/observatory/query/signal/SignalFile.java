package cl.observatory.query.signal;

import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.file.Download;
import cl.observatory.query.file.FileText;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signals as a file: a row for each, with nothing that the other form does not tell. */
final class SignalFile {

    private static final String NAMES =
            "REF_AREA,CATEGORY,TIME_PERIOD,AT_LEAST,BAND,TOTAL,BANDS,MONTHS_COVERED,OBS_STATUS";
    private static final String END = "\r\n";

    private SignalFile() {}

    static Download csv(List<Signal> signals) {
        String text = signals.stream().map(SignalFile::row).collect(Collectors.joining(END, NAMES + END, END));
        return new Download(
                Download.tag(text),
                Download.CSV,
                Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"signals.csv\""),
                target -> target.write(FileText.bytes(text)));
    }

    private static String row(Signal signal) {
        return Stream.of(
                        signal.territory().code(),
                        signal.category().code(),
                        signal.period().toString(),
                        signal.atLeast() == null ? "" : signal.atLeast().toString(),
                        signal.isTotal() ? "" : signal.bandName(),
                        Boolean.toString(signal.isTotal()),
                        Integer.toString(signal.bands()),
                        Integer.toString(signal.monthsCovered()),
                        ObsStatus.G.name())
                .map(FileText::cell)
                .collect(Collectors.joining(","));
    }
}
