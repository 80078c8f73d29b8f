package cl.observatory.reports.report;

/**
 * Who files a report.
 *
 * @param partner the organization that files it for somebody, null when nobody does
 */
public record Filing(Channel channel, String partner) {

    /** The reporter, on her own. */
    static final Filing OWN = new Filing(Channel.WEB, null);

    boolean isRelayed() {
        return partner != null;
    }
}
