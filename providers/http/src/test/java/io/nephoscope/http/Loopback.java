package io.nephoscope.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** A server that writes whatever bytes a test wants, one connection for each request. */
final class Loopback implements AutoCloseable {
    private final ServerSocket socket;
    private final String scheme;
    private final Answer answer;
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    /** What was asked: the first line and the headers, by names in lower case. */
    record Seen(String line, Map<String, String> headers) {}

    /** Writes an answer. */
    @FunctionalInterface
    interface Answer {
        void to(Seen seen, OutputStream out) throws IOException, InterruptedException;
    }

    Loopback(Answer answer) throws IOException {
        this(ServerSocketFactory.getDefault(), "http", answer);
    }

    Loopback(ServerSocketFactory factory, String scheme, Answer answer) throws IOException {
        this.socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        this.answer = answer;
        Thread accepting = new Thread(this::accept, "loopback");
        accepting.setDaemon(true);
        accepting.start();
    }

    static Answer text(int status, String body, String... headers) {
        return (seen, out) -> {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            write(out, head + "\r\n" + body);
        };
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    URI endpoint() {
        return URI.create(scheme + "://localhost:" + socket.getLocalPort());
    }

    List<Seen> seen() {
        return seen;
    }

    /** Waits until the test is over. */
    void hang() throws InterruptedException {
        closed.await();
    }

    /** Ends when a client has let go of a connection that it was being answered on. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread serving = new Thread(() -> serve(connection), "loopback-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            Map<String, String> headers = new TreeMap<>();
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                String[] parts = header.split(":\\s*", 2);
                headers.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts[1]);
            }
            Seen request = new Seen(String.valueOf(line), headers);
            seen.add(request);
            answer.to(request, connection.getOutputStream());
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
