package cl.observatory.local.demo;

import static cl.observatory.local.demo.Table.number;
import static cl.observatory.local.demo.Table.text;

import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.Reporting;
import cl.observatory.local.sample.SampleDefinitions;
import cl.observatory.local.stack.StackAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Loads the sample data set and prints three answers, as anybody may ask for them; then reports something. */
public final class Demo {

    private static final String RANKING =
            "/v1/indicators/" + SampleDefinitions.INDICATOR + "/ranking?period=2025&within=13&limit=10";
    private static final String SERIES =
            "/v1/indicators/" + SampleDefinitions.INDICATOR + "/series?territory=13127,13,CL&period=2021..2025";

    private static final String MAP = "/v1/indicators/" + SampleDefinitions.INDICATOR + "/map?period=2025&level=region";

    private final StackAccess access;
    private final PrintStream out;

    public Demo(StackAccess access, PrintStream out) {
        this.access = access;
        this.out = out;
    }

    public void run() {
        ObservatoryClient steward = ObservatoryClient.withKey(access.gateway(), access.stewardKey());
        ObservatoryClient approver = ObservatoryClient.withKey(access.gateway(), access.approverKey());
        new SampleLoading(steward, approver, out::println).load();
        ObservatoryClient anyone = ObservatoryClient.anonymous(access.gateway());
        printRanking(anyone.get(RANKING));
        printSeries(anyone.get(SERIES));
        printMap(anyone.get(MAP));
        report(new Reporting(anyone));
    }

    private void report(Reporting resident) {
        JsonNode submitted = resident.submit(
                resident.report("EXTORTION", "13127", "Cobran todas las semanas a los locales de la feria."));
        String receipt = submitted.get("receipt").asText();
        out.printf(
                Locale.ROOT,
                "%nA resident reports extortion without an account: receipt %s, %d numbers to turn to.%n",
                receipt,
                submitted.get("channels").size());
        JsonNode status = resident.status(receipt);
        out.printf(
                Locale.ROOT,
                "With the receipt she asks about it: %s. %s%n",
                status.get("state").asText(),
                status.at("/nextStep/text/en").asText());
    }

    private void printRanking(JsonNode answer) {
        Table table = new Table(
                number("rank"),
                number("may be"),
                text("commune"),
                number("per 100,000"),
                number("95 % interval"),
                number("cases"),
                number("inhabitants"),
                text("status"));
        for (JsonNode item : answer.get("items")) {
            JsonNode measure = item.get("measure");
            JsonNode ranks = item.get("overlappingRanks");
            table.row(
                    item.get("rank").asInt(),
                    ranks.get("first").asInt() + "-" + ranks.get("last").asInt(),
                    label(measure.get("territory")),
                    decimal(measure.get("value")),
                    interval(measure),
                    whole(measure.get("numerator")),
                    whole(measure.get("denominator")),
                    measure.get("status").asText());
        }
        print("Which communes of the Metropolitan Region have the highest rates in 2025?", RANKING, answer, table);
    }

    private void printSeries(JsonNode answer) {
        Table table = new Table(
                text("place"),
                text("year"),
                number("per 100,000"),
                number("95 % interval"),
                number("cases"),
                number("inhabitants"),
                number("months"),
                text("status"));
        for (JsonNode measure : answer.get("items")) {
            table.row(
                    label(measure.get("territory")),
                    measure.get("period").asText(),
                    decimal(measure.get("value")),
                    interval(measure),
                    whole(measure.get("numerator")),
                    whole(measure.get("denominator")),
                    measure.get("monthsCovered").asInt(),
                    measure.get("status").asText());
        }
        print("How did the rate move in Recoleta, in its region and in Chile?", SERIES, answer, table);
    }

    private void printMap(JsonNode answer) {
        Table table = new Table(text("region"), number("per 100,000"), number("95 % interval"), text("status"));
        for (JsonNode feature : answer.get("features")) {
            JsonNode told = feature.get("properties");
            table.row(
                    label(told),
                    decimal(told.get("value")),
                    interval(told),
                    told.get("status").asText());
        }
        print("Where is the rate high? As GeoJSON, for any map program.", MAP, answer, table);
        out.println(indented("Boundaries: %s; %s"
                .formatted(
                        answer.at("/boundarySource/title").asText(),
                        answer.at("/boundarySource/publisher").asText())));
    }

    private void print(String question, String path, JsonNode answer, Table table) {
        out.printf(Locale.ROOT, "%n%s%n  curl '%s%s'%n%n", question, access.gateway(), path);
        out.println(indented(label(answer.get("indicator"))));
        out.println(indented(table.toString()));
        for (JsonNode source : answer.get("sources")) {
            out.println(indented("Source: %s; %s; release %d of %s"
                    .formatted(
                            source.get("title").get("en").asText(),
                            source.get("publisher").asText(),
                            source.get("release").get("sequence").asInt(),
                            source.get("release").get("publishedAt").asText())));
        }
        for (JsonNode warning : answer.get("warnings")) {
            out.println(indented("Warning: " + warning.get("message").asText()));
        }
    }

    private static String label(JsonNode thing) {
        return thing.get("labels").get("en").asText();
    }

    private static String interval(JsonNode measure) {
        JsonNode interval = measure.path("interval");
        return interval.isObject() ? decimal(interval.get("lower")) + " to " + decimal(interval.get("upper")) : "";
    }

    private static String decimal(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble()) : "";
    }

    private static String whole(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,d", value.asLong()) : "";
    }

    private static String indented(String text) {
        return text.indent(2).stripTrailing();
    }
}
