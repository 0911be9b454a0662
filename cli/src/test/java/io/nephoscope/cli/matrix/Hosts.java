package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.Moto;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The file by which names resolve in this process: one that does not stand there does not exist. */
final class Hosts {
    private static final Path FILE = Path.of(System.getProperty("jdk.net.hosts.file", "no hosts file was given"));

    private Hosts() {}

    /** Gives every service an address in every region of a domain, but for some services and some regions. */
    static void add(String domain, List<String> services, List<String> regions, Set<String> without)
            throws IOException {
        Set<String> all = new TreeSet<>(services);
        // The role of the second account is assumed there, and every account is asked who it is.
        all.add("sts");
        List<String> lines = new ArrayList<>();
        for (String region : regions) {
            for (String service : all) {
                if (!without.contains(service) && !without.contains(region)) {
                    // S3 Control puts the account before its name, which is spelt with a hyphen.
                    String host = service.equals("s3control") ? "s3-control" : service;
                    String name = host + "." + region + "." + domain;
                    lines.add("127.0.0.1 " + name);
                    lines.add("127.0.0.1 " + Moto.FIRST_ACCOUNT + "." + name);
                    lines.add("127.0.0.1 " + Moto.SECOND_ACCOUNT + "." + name);
                }
            }
        }
        lines.removeAll(Files.readAllLines(FILE));
        // In one write, between whose lines none of another process's come.
        try (FileChannel file = FileChannel.open(FILE, StandardOpenOption.APPEND)) {
            file.write(StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n"));
        }
    }
}
