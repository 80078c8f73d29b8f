package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

/**
 * Marks that are planted in the very stack that is read afterwards, so that whoever finds nothing else there has found
 * these: by the server that compresses, by the broker that packs, in files that lie among those of the services.
 */
final class Plantation {

    private static final String DATABASE = "planted";

    private final Insider stack;
    private final Words words;
    private final Set<String> planted = new TreeSet<>();
    private final Set<String> plantedInServers = new TreeSet<>();
    private final Path folder;

    Plantation(Insider stack, Words words) {
        this.stack = stack;
        this.words = words;
        this.folder = stack.folder().resolve("run").resolve("planted.tmp");
    }

    /** What has to be found in files. */
    Set<String> planted() {
        return planted;
    }

    /** What has to be found by asking the servers, too. */
    Set<String> plantedInServers() {
        return plantedInServers;
    }

    static boolean isPlanted(Finding finding) {
        return finding.mark().startsWith(DATABASE);
    }

    private String word(String how) {
        planted.add(DATABASE + " " + how);
        return words.next(DATABASE + " " + how);
    }

    private String wordInServer(String how) {
        plantedInServers.add(DATABASE + " " + how);
        return word(how);
    }

    void plant() throws IOException, SQLException, ExecutionException, InterruptedException {
        plantFiles();
        plantRows();
        for (String compression : new String[] {"none", "gzip", "zstd", "lz4", "snappy"}) {
            stack.topics()
                    .plant(
                            DATABASE + "-" + compression,
                            compression,
                            Plants.content(wordInServer("topic " + compression)));
        }
    }

    private void plantFiles() throws IOException {
        Files.createDirectories(folder);
        write("plain", word("plain").getBytes(UTF_8));
        write("gzip", Plants.gzip(Plants.content(word("gzip"))));
        write("zstd", Plants.zstd(Plants.content(word("zstd"))));
        write("zip", Plants.zip(Plants.content(word("zip"))));
        write("base64", Plants.base64(Base64.getEncoder(), 1, word("base64").getBytes(UTF_8)));
        write("hex", Plants.hex(HexFormat.of(), word("hex").getBytes(UTF_8)));
        write("address", Plants.percent(word("address").getBytes(UTF_8)));
        write("json", Plants.jsonEscapes(word("json")));
        write("utf-16", Plants.bigEndian(word("utf-16")));
        write("two", Plants.base64(Base64.getEncoder(), 2, Plants.gzip(Plants.content(word("two")))));
    }

    private void write(String name, byte[] plant) throws IOException {
        Files.write(folder.resolve(name), Plants.among(plant));
    }

    private void plantRows() throws SQLException {
        Database database = stack.database();
        database.execute("postgres", "create database " + DATABASE);
        database.execute(
                DATABASE,
                "create table planted (text text)",
                "insert into planted values ('" + wordInServer("row") + "')",
                "insert into planted values ('" + text(4000, 0) + wordInServer("compressed row") + "')",
                "insert into planted values ('" + text(4000, 4000) + wordInServer("pieces") + "')");
    }

    /** Much of the same, and then what cannot be compressed. */
    private static String text(int same, int different) {
        StringBuilder text = new StringBuilder("the same again and ".repeat(same / 10));
        Random random = new Random();
        for (int i = 0; i < different; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
