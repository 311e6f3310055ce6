/// The FAQ for customers as a folder of files: what is published, public and in force, to be read and searched in any
/// browser, from a disk as well as from a server. Nothing in it calls anything outside the folder.
@NullMarked
package dev.calmdesk.knowledge.site;

import org.jspecify.annotations.NullMarked;
