package cl.observatory.query.answer;

/** Every warning that an answer can carry. */
public enum WarningCode {
    /** The figures were generated and describe nobody. */
    SYNTHETIC_DATA,
    /** The indicator only stands in for what its name says. */
    PROXY_INDICATOR,
    /** A territory that was asked for does not exist. */
    UNKNOWN_TERRITORY,
    /** An indicator that was asked for does not exist. */
    UNKNOWN_INDICATOR,
    /** A code that was asked for does not exist. */
    UNKNOWN_CODE,
    /** The data set had no release at the instant asked for. */
    NO_RELEASE,
    /** The newest figures may be revised. */
    PROVISIONAL_VALUES,
    /** Some values are made of fewer months than the period has. */
    PARTIAL_PERIODS,
    /** Territories whose value is made of fewer months were not ranked. */
    PARTIAL_NOT_RANKED,
    /** Some values lack cells in the months that they cover. */
    INCOMPLETE_VALUES,
    /** Territories whose value lacks many cells were not ranked. */
    INCOMPLETE_NOT_RANKED,
    /** Some populations have places that never report. */
    SILENT_PLACES,
    /** Some figures stand under codes that did not hold in the period. */
    ANOTHER_DIVISION,
    /** Territories with fewer inhabitants than asked for were not ranked. */
    SMALL_NOT_RANKED,
    /** What was asked for could only be made by adding up what is never added up. */
    NEVER_ADDED_UP,
    /** Some estimates are not to be used. */
    UNRELIABLE_ESTIMATES,
    /** Territories whose estimate is not to be used were not ranked. */
    UNRELIABLE_NOT_RANKED,
    /** Of some estimates nobody published what tells how far they can be used. */
    RELIABILITY_UNKNOWN,
    /** The figures before and after are not comparable. */
    BREAK_CROSSED,
    /** Nobody can say how many people to divide by. */
    NO_POPULATION,
    /** What some values would be a share of is missing, zero, or lacks much of its cells. */
    NO_DENOMINATOR,
    /** Numerator and denominator of some shares are told of different months or places. */
    UNEQUAL_SIDES,
    /** The data have more of some parts than of their wholes. */
    PART_EXCEEDS_WHOLE,
    /** The publisher should have brought newer figures by now. */
    SOURCE_LATE,
    /** The publisher's last file did not have the shape that is read. */
    SOURCE_CHANGED_SHAPE,
    /** The release that was read has been withdrawn since. */
    WITHDRAWN_RELEASE,
    /** Fewer peers can be compared than were asked for. */
    FEW_PEERS,
    /** Nothing tells which communes are like the one that was asked about. */
    PEERS_UNKNOWN,
    /** Cells that were there at the instant named by updatedAfter are not there any more. */
    CELLS_REMOVED,
    /** Nobody has provided boundaries, or had at the instant asked for: nothing is drawn. */
    NO_BOUNDARIES,
    /** Some territories have no boundary and are only listed. */
    NOT_DRAWN,
    /** The boundaries are of a later day than the figures. */
    BOUNDARIES_OF_ANOTHER_TIME,
    /** The boundaries were generated and are nobody's. */
    SYNTHETIC_BOUNDARIES,
    /** The figures are what communities told; more of it may be more trust, not more crime. */
    COMMUNITY_SIGNALS,
    /** Every count was changed by chance before it was told. */
    NOISED_COUNTS,
    /** Some figures are sums of lower ends of bands. */
    TOTALS_AT_LEAST,
    /** The last months that were asked for are not closed yet. */
    MONTHS_NOT_CLOSED
}
