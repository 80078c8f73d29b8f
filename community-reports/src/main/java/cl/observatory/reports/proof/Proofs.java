package cl.observatory.reports.proof;

import cl.observatory.problem.Fault;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Checks proofs of work and spends them. A proof is a text, {@code 1:bits:yyyymmdd:METHOD /path:random:counter}, whose
 * SHA-256 begins with so many zero bits.
 */
@ApplicationScoped
public class Proofs {

    public static final String HEADER = "Proof-Of-Work";

    private static final Pattern FORM = Pattern.compile(
            "1:(?<bits>[0-9]{1,2}):(?<day>[0-9]{8}):(?<route>[A-Z]+ /[a-z0-9/-]+):[0-9A-Za-z_-]{16,64}:[0-9A-Za-z_-]{1,32}");

    /** Clocks of telephones are wrong, and zones differ: yesterday and tomorrow are right too. */
    private static final int DAYS_APART = 1;

    private final ProofConfig config;
    private final Clock clock;

    Proofs(ProofConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** How many bits are asked for; 0 for none. */
    public int bits() {
        return config.bits();
    }

    /**
     * @param text value of the header, or null
     * @param route that it has to be made for, as {@code POST /v1/reports}
     * @return empty when no proof is asked for
     * @throws ProblemException when it is missing or no proof for that
     */
    public Optional<Proof> check(String text, String route) {
        if (config.bits() == 0) {
            return Optional.empty();
        }
        if (text == null) {
            throw refusal(route, "PROOF_MISSING");
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw refusal(route, "PROOF_FORM");
        }
        if (!parts.group("route").equals(route)) {
            throw refusal(route, "PROOF_FOR_ANOTHER_ROUTE");
        }
        LocalDate day = day(parts.group("day")).orElseThrow(() -> refusal(route, "PROOF_FORM"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (day.isBefore(today.minusDays(DAYS_APART)) || day.isAfter(today.plusDays(DAYS_APART))) {
            throw refusal(route, "PROOF_OF_ANOTHER_DAY");
        }
        byte[] hash = sha256(text);
        if (Integer.parseInt(parts.group("bits")) != config.bits() || zeroBits(hash) < config.bits()) {
            throw refusal(route, "PROOF_TOO_LITTLE_WORK");
        }
        return Optional.of(new Proof(HexFormat.of().formatHex(hash), day));
    }

    /**
     * Spends a proof within the caller's transaction. One that is being spent by another is waited for.
     *
     * @return false when it was spent before
     */
    public boolean spend(Handle handle, Proof proof) {
        return handle.createUpdate(
                                "insert into spent_proof (hash, day) values (decode(:hash, 'hex'), :day) on conflict (hash) do nothing")
                        .bind("hash", proof.hash())
                        .bind("day", proof.day())
                        .execute()
                == 1;
    }

    private ProblemException refusal(String route, String fault) {
        return new ProblemException(ReportsProblem.PROOF_OF_WORK_INVALID, Integer.toString(config.bits()), route)
                .withFaults(List.of(Fault.inParameter(HEADER, fault)));
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static int zeroBits(byte[] hash) {
        int zeros = 0;
        for (byte each : hash) {
            if (each != 0) {
                return zeros + Integer.numberOfLeadingZeros(each & 0xFF) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
