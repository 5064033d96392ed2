/// What stands under `k8s/` is right: fields that exist, names that find each other, rights that are few.
///
/// Three views of it are checked by the same rules: the base, as it stands; the base with the objects of each
/// component,
/// their patches left out; and, where there is a `kubectl` or `kustomize`, what it makes of the base and of each
/// overlay.
@NullMarked
package dev.segue.local.kubernetes;

import org.jspecify.annotations.NullMarked;
