/// Builds, trains and measures the images of the three services, without Docker.
@org.jspecify.annotations.NullMarked
package org.kamsuite.local.images;
