// There are no modules of Node in a browser.
module.exports = () => null
