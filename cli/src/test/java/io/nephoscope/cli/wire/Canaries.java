package io.nephoscope.cli.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Secrets to plant, each one of its kind, so that one that is found tells where it was planted. */
final class Canaries {
    /** Shapes in which people leave secrets; the place of the secret itself is {@code %s}. */
    static final List<String> SHAPES = List.of(
            "password=%s",
            "db_password: %s1",
            "ghp_%s00000000000000000000",
            "glpat-%s0000",
            "xoxb-%s",
            "AKIA%s",
            "Authorization: Bearer %s0",
            "postgres://app:%s@db.example/app",
            "{\"secret\": \"%s\"}",
            "https://a.example/c?sv=1&sig=%s&se=2",
            "https://hooks.slack.com/services/T0/B0/%s",
            "eyJ%s.eyJ%s.x");

    private final List<Planted> planted = Collections.synchronizedList(new ArrayList<>());
    /** In evidence by nature: it shows, and must. */
    private final List<Planted> evidence = Collections.synchronizedList(new ArrayList<>());

    /** @param place where it was planted */
    record Planted(String place, String needle) {}

    private static String needle(int number) {
        return String.format(Locale.ROOT, "CANARY%010d", number);
    }

    private synchronized String next(String place, List<Planted> into) {
        String needle = needle(planted.size() + 5_000 * evidence.size());
        into.add(new Planted(place, needle));
        return needle;
    }

    /** A secret without a shape, for where everything is secret. */
    String opaque(String place) {
        return next(place, planted);
    }

    /** The same in a place of evidence. */
    String shown(String place) {
        return next(place, evidence);
    }

    /** A secret in one of the shapes, behind a word. */
    String shaped(String place) {
        return shaped(place, SHAPES.get(planted.size() % SHAPES.size()));
    }

    String shaped(String place, String shape) {
        return "by hand " + shape.replace("%s", next(place + " as " + shape, planted));
    }

    List<Planted> planted() {
        return List.copyOf(planted);
    }

    List<Planted> evidence() {
        return List.copyOf(evidence);
    }

    /** Those of the secrets that a text holds. */
    List<Planted> foundIn(String text) {
        return planted.stream().filter(it -> text.contains(it.needle())).toList();
    }
}
