package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import java.util.Set;

/** The account's own images ({@code vm:describeImages}): those of others and of JD Cloud are no assets of the account. */
final class VmImage {
    private static final String NAME = "jdcloud.vm.image";
    private static final String PERMISSION = "launchPermission";
    private static final String STATUS = "status";

    static final AssetType TYPE = AssetType.named(NAME, "Image", Kinds.IMAGE)
            .list(JdListing.of(
                    Calls.IMAGES,
                    struct(
                            NAME,
                            "imageId",
                            STRING,
                            "name",
                            STRING,
                            STATUS,
                            STRING,
                            PERMISSION,
                            STRING,
                            "imageSource",
                            STRING,
                            "bootMode",
                            STRING,
                            "ownerPin",
                            STRING,
                            "platform",
                            STRING,
                            "osType",
                            STRING,
                            "osVersion",
                            STRING,
                            "snapshotId",
                            STRING,
                            "createTime",
                            TIMESTAMP),
                    "imageId",
                    image -> Set.of("", "private").contains(image.text("imageSource"))))
            .nativeId("imageId")
            .name("name")
            .tagsUntold(JdItems.NO_TAGS)
            .door("launch permission", PERMISSION)
            .facet(
                    "public",
                    image -> Standing.or(
                            image.get(STATUS),
                            () -> Tri.ask(Standing.said(image.get(PERMISSION)), who -> Tri.of("all".equals(who)))
                                    .toField()),
                    STATUS,
                    PERMISSION)
            .build();

    private VmImage() {}
}
