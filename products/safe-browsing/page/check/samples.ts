/** Addresses to try: endings reserved for examples, so that none of them leads anywhere. */
export const samples = [
  { name: 'A bank in front', address: 'https://paypal.com.account-check.example/signin' },
  { name: 'Letters that look alike', address: 'https://rnicrosoft.com/' },
  { name: 'A name before @', address: 'https://www.wikipedia.org@203.0.113.7/wiki' },
  { name: 'A hacked bakery', address: 'http://bakery.example/wp-includes/paypal/signin/index.php' },
  { name: 'An ordinary shop', address: 'https://cycles-harbour.example/products/12' },
] as const
