package cl.observatory.query.measure;

/**
 * What a value was divided by: people, or the whole that it is a share of.
 *
 * @param number whole number
 * @param decimals that it stands for
 * @param isPeople whether it is people of the year, not cells of the period
 * @param cells that a whole is made of
 */
public record Divisor(long number, int decimals, boolean isPeople, Cells cells) {

    public static Divisor people(long number) {
        return new Divisor(number, 0, true, Cells.NONE);
    }

    public static Divisor whole(long number, int decimals, Cells cells) {
        return new Divisor(number, decimals, false, cells);
    }

    /** In the unit of its data set. */
    public double value() {
        return number / Math.pow(10, decimals);
    }
}
