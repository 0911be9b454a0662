package io.nephoscope.azure.storage;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.expression.Library.Arguments;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;

/**
 * Who may read blobs without any credential. A container opens itself, to readers of blobs whose names they know ({@code Blob}) or
 * to listing too ({@code Container}); the account may forbid it for all, and does not where it says nothing. The network decides
 * who gets so far: a container that is open only to the networks of a company is not public, and is not private either.
 */
public final class AnonymousAccess {
    /** Served to everybody at an address of its own while the website is on, whatever the account and the container say. */
    private static final String WEBSITE_CONTAINER = "$web";

    private AnonymousAccess() {}

    /** The ways by which anyone on the Internet may read, by an account's properties, containers and website, in this order. */
    public static PublicAccess inEffect(Arguments account) {
        Object properties = account.get(0);
        Object containers = account.get(1);
        return byContainers(containers)
                .unless(isAllowed(properties).not())
                .and(byWebsite(containers, account.get(2)))
                .unless(PublicEndpoint.admitsTheInternet(properties).not());
    }

    /** Whether anyone may read from where the network lets him. */
    public static Object allowed(Arguments account) {
        return byContainers(account.get(1))
                .unless(isAllowed(account.get(0)).not())
                .isPublic();
    }

    private static PublicAccess byContainers(Object containers) {
        if (containers instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        return Fields.docs(containers).map(AnonymousAccess::byContainer).reduce(PublicAccess.NONE, PublicAccess::and);
    }

    private static PublicAccess byContainer(Doc container) {
        String way = "container " + container.text("name") + " lets anyone ";
        return switch (container.doc("properties").text("publicAccess")) {
            case "", "None" -> PublicAccess.NONE;
            case "Blob" -> PublicAccess.by(way + "read blobs");
            case "Container" -> PublicAccess.by(way + "list and read blobs");
            default ->
                throw new Unreadable(Text.of("a container that is open in a way that nobody knows", "有一个容器以未知的方式公开"));
        };
    }

    private static PublicAccess byWebsite(Object containers, Object website) {
        if (containers instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        } else if (Fields.docs(containers)
                .noneMatch(container -> container.text("name").equals(WEBSITE_CONTAINER))) {
            return PublicAccess.NONE;
        }
        return PublicAccess.by("the static website lets anyone read the container " + WEBSITE_CONTAINER)
                .unless(Tri.isTrue(Paths.get(website, "enabled")).not());
    }

    private static Tri isAllowed(Object properties) {
        return Tri.isTrue(Paths.get(properties, "allowBlobPublicAccess"));
    }
}
