package io.nephoscope.expression;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.rules.AssetView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The eight rules as one would write them in Java, over the same documents. */
final class ByHand {
    private static final Duration NINETY_DAYS = Duration.ofHours(2_160);

    private static final List<String> TAGS = List.of("owner", "team", "cost");

    private ByHand() {}

    static boolean passes(int rule, AssetView view) {
        Doc machine = view.asset().attributes();
        return switch (rule) {
            case 0 -> {
                Doc block = machine.doc("Block");
                yield is(block, "Acls") && is(block, "IgnoreAcls") && is(block, "Policy") && is(block, "Restrict");
            }
            case 1 -> encrypted(machine);
            case 2 -> !open(machine);
            case 3 ->
                !machine.text("GroupName").equals("default")
                        || (machine.list("Ingress").size() == 0
                                && machine.list("Egress").size() == 0);
            case 4 -> machine.list("Devices").size() > 0 || machine.get("PasswordLastUsed") == Absent.ABSENT;
            case 5 -> keysAreYoung(machine);
            case 6 -> is(machine, "Encrypted") && !is(machine, "Public") && number(machine, "RetentionDays") >= 7;
            default -> view.asset().tags() instanceof Doc tags && tags.keys().containsAll(TAGS);
        };
    }

    private static boolean encrypted(Doc machine) {
        for (Object item : machine.list("Encryption")) {
            Doc rule = (Doc) item;
            if (rule.text("Algorithm").equals("aws:kms") && rule.get("KeyId") != Absent.ABSENT) {
                return true;
            }
        }
        return false;
    }

    private static boolean open(Doc machine) {
        for (Object item : machine.list("Ingress")) {
            Doc permission = (Doc) item;
            boolean ssh = permission.text("Protocol").equals("-1")
                    || (number(permission, "FromPort") <= 22 && number(permission, "ToPort") >= 22);
            if (ssh && (holds(permission, "Ranges", "0.0.0.0/0") || holds(permission, "Ranges6", "::/0"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Doc permission, String list, String cidr) {
        for (Object range : permission.list(list)) {
            if (((Doc) range).text("Cidr").equals(cidr)) {
                return true;
            }
        }
        return false;
    }

    private static boolean keysAreYoung(Doc machine) {
        for (Object item : machine.list("Keys")) {
            Doc key = (Doc) item;
            if (key.text("Status").equals("Active")
                    && Duration.between(Instant.parse(key.text("CreateDate")), Machines.NOW)
                                    .compareTo(NINETY_DAYS)
                            > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Doc doc, String key) {
        return Boolean.TRUE.equals(doc.get(key));
    }

    private static long number(Doc doc, String key) {
        return doc.get(key) instanceof Long number ? number : -1;
    }
}
