/// What any feature may ask of written language: text made comparable (width, case, script) and pinyin. Imports the JDK
/// and HanLP only; all functions are pure and may be called from any thread.
@NullMarked
package dev.calmdesk.language;

import org.jspecify.annotations.NullMarked;
