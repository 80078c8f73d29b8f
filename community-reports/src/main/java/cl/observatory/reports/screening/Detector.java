package cl.observatory.reports.screening;

import java.util.List;

/** Finds one kind. What it does with a text of any content is bounded by a constant times the text's length. */
sealed interface Detector
        permits AccountDetector,
                CoordinatesDetector,
                EmailDetector,
                NameDetector,
                PhoneDetector,
                PlateDetector,
                RutDetector,
                StreetNumberDetector,
                UrlDetector {

    Kind kind();

    /** Where it stands, in positions of the folded text; finds may lie on each other. */
    List<Span> find(FoldedText text);
}
