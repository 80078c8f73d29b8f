package cl.observatory.query.structure;

/** Which structures come with those that are asked for. */
enum References {
    none,
    /** Those that they refer to. */
    children,
    /** Those and what these refer to. */
    descendants,
    /** Those that refer to them as well. */
    all
}
