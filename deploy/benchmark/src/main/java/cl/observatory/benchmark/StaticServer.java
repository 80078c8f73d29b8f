package cl.observatory.benchmark;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.FreePort;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** nginx with one answer in a file, set up for nothing but speed; a process of our own on a port of its own. */
final class StaticServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CONFIGURATION = """
            {user}
            daemon off;
            worker_processes auto;
            pid {folder}/nginx.pid;
            error_log {folder}/error.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                tcp_nodelay on;
                keepalive_requests 1000000000;
                open_file_cache max=10;
                default_type application/json;
                client_body_temp_path {folder}/body;
                proxy_temp_path {folder}/proxy;
                fastcgi_temp_path {folder}/fastcgi;
                uwsgi_temp_path {folder}/uwsgi;
                scgi_temp_path {folder}/scgi;
                server {
                    listen 127.0.0.1:{port};
                    server_tokens off;
                    etag on;
                    location = {path} {
                        alias {folder}/answer.json;
                        add_header Cache-Control "public, no-cache";
                        add_header Content-Language es;
                        add_header Vary Accept-Language;
                        add_header X-Request-Id $request_id;
                    }
                }
            }
            """;

    private final Process process;
    private final int port;

    private StaticServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether there is an nginx on this machine. */
    static boolean isInstalled() {
        return Command.run("nginx", "-v").succeeded();
    }

    /**
     * @param path under which the body is served
     */
    static StaticServer start(Path folder, String path, byte[] body) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("answer.json"), body);
        int port = FreePort.any();
        // its workers are another user only when it was started by root
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(
                settings,
                CONFIGURATION
                        .replace("{user}", user)
                        .replace("{folder}", folder.toString())
                        .replace("{port}", Integer.toString(port))
                        .replace("{path}", path));
        Process process = new ProcessBuilder(
                        "nginx",
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        StaticServer server = new StaticServer(process, port);
        if (!Waiting.until(PATIENCE, () -> !FreePort.isFree(port))) {
            server.close();
            throw new IOException("nginx did not start; see " + folder);
        }
        return server;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
