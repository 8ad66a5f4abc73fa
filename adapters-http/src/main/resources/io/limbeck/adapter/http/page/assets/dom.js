// Makes elements.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element: el('p.note', {id: 'why'}, 'Because ', other).
 *
 * @param {string} name the tag, and classes after dots
 * @param {object} attributes handlers by their property (onclick), all else by attribute; true is an
 *     attribute without a value, and false, null and undefined are none
 * @param children texts and elements, or lists of them; false, null and undefined are left out
 */
export function el(name, attributes = {}, ...children) {
  return made((tag) => document.createElement(tag), name, attributes, children);
}

/** The same for a drawing. */
export function svg(name, attributes = {}, ...children) {
  return made((tag) => document.createElementNS(SVG, tag), name, attributes, children);
}

/** A part of the page by its id. */
export const part = (id) => document.getElementById(id);

function made(make, name, attributes, children) {
  const [tag, ...classes] = name.split('.');
  const element = make(tag);
  if (classes.length) {
    element.setAttribute('class', classes.join(' '));
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element[key] = value;
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  const shown = (child) => child !== false && child !== null && child !== undefined;
  element.append(...children.flat(Infinity).filter(shown));
  return element;
}
