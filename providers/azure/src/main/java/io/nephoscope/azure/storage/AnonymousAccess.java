package io.nephoscope.azure.storage;

import static io.nephoscope.azure.storage.StorageAccount.RESOURCE;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.inventory.Facet.Attributes;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;

/**
 * Who may read blobs without any credential. A container opens itself, to readers of blobs whose names they know ({@code Blob}) or
 * to listing too ({@code Container}); the account may forbid it for all, and does not where it says nothing. The network decides
 * who gets so far: a container that is open only to the networks of a company is not public, and is not private either.
 */
final class AnonymousAccess {
    static final String PROPERTIES = "properties";
    static final String[] INPUTS = {PROPERTIES, "containers"};

    /** Served to everybody at an address of its own while the website is on, whatever the account and the container say. */
    private static final String WEBSITE = "$web";

    private static final Unknown WEBSITE_UNREAD = Unknown.because(new Cause(
            "",
            Status.NO_API,
            "",
            "whether the static website is on: the account has a container $web, and only the data plane tells"));

    private AnonymousAccess() {}

    /** The ways by which anyone on the Internet may read. */
    static PublicAccess inEffect(Attributes account) {
        Object properties = account.get(PROPERTIES);
        Object containers = account.get("containers");
        return byContainers(containers)
                .unless(isAllowed(properties).not())
                .and(byWebsite(containers))
                .unless(PublicEndpoint.admitsTheInternet(RESOURCE, properties).not());
    }

    /** Whether anyone may read from where the network lets him. */
    static Object allowed(Attributes account) {
        return byContainers(account.get("containers"))
                .unless(isAllowed(account.get(PROPERTIES)).not())
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
        return switch (container.doc(PROPERTIES).text("publicAccess")) {
            case "", "None" -> PublicAccess.NONE;
            case "Blob" -> PublicAccess.by(way + "read blobs");
            case "Container" -> PublicAccess.by(way + "list and read blobs");
            default -> throw new Unreadable("a container that is open in a way that nobody knows");
        };
    }

    private static PublicAccess byWebsite(Object containers) {
        if (containers instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        return Fields.docs(containers)
                        .anyMatch(container -> container.text("name").equals(WEBSITE))
                ? PublicAccess.unread(WEBSITE_UNREAD)
                : PublicAccess.NONE;
    }

    private static Tri isAllowed(Object properties) {
        return Tri.isTrue(NullDefaults.inForce(RESOURCE, properties, "allowBlobPublicAccess"));
    }
}
